package fr.accueil.local.display;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// For logs and pipes: a line when a step begins, moves on, and ends.
final class PlainProgress implements Progress {

    private final PrintStream out;

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public Step step(String name) {
        return new Line(name);
    }

    @Override
    public void close() {
        out.flush();
    }

    private final class Line implements Step {

        private final String name;
        private @Nullable Instant began;

        Line(String name) {
            this.name = name;
        }

        @Override
        public synchronized void working(String detail) {
            if (began == null) {
                began = Instant.now();
            }
            print("…", detail);
        }

        @Override
        public synchronized void done(String detail) {
            var took = began == null ? "" : "(" + Seconds.since(began) + ")";
            print("✓", (detail + " " + took).strip());
        }

        @Override
        public void failed(String detail) {
            print("✗", detail);
        }

        private void print(String mark, String detail) {
            synchronized (out) {
                out.println((mark + " " + name + "  " + detail).strip());
            }
        }
    }

    /// Durations as people say them.
    static final class Seconds {

        private Seconds() {}

        static String since(Instant began) {
            var tenths = Duration.between(began, Instant.now()).toMillis() / 100;
            return tenths / 10 + "." + tenths % 10 + " s";
        }
    }
}
