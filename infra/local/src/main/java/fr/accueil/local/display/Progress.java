package fr.accueil.local.display;

import java.io.PrintStream;

/// What is shown while the stack starts: one line for each step.
public interface Progress extends AutoCloseable {

    /// A step that is still to come.
    Step step(String name);

    /// Stops drawing; what was drawn stays.
    @Override
    void close();

    interface Step {

        void working(String detail);

        void done(String detail);

        void failed(String detail);
    }

    static Progress on(boolean terminal, PrintStream out) {
        return terminal ? new LiveProgress(out) : new PlainProgress(out);
    }
}
