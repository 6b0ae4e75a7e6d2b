package fr.accueil.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

final class Signals {

    private Signals() {}

    static void send(ProcessHandle process, ProcessSpec.StopSignal signal) {
        switch (signal) {
            case TERM -> process.destroy();
            case INT -> kill(process, "-INT");
        }
    }

    private static void kill(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot signal " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
