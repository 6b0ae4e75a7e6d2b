package fr.accueil.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `postmaster.pid` of a PostgreSQL that was killed. Its number may belong to someone else by now, and PostgreSQL would
/// then
/// refuse to start for ever; when the process is gone or is no PostgreSQL, the file goes.
record StaleLock(Path data) {

    void remove() {
        var file = data.resolve("postmaster.pid");
        try {
            if (Files.exists(file) && !isRunning(file)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    private static boolean isRunning(Path file) throws IOException {
        var number = Files.readString(file).lines().findFirst().orElse("").strip();
        return number.matches("\\d{1,10}")
                && ProcessHandle.of(Long.parseLong(number))
                        .filter(ProcessHandle::isAlive)
                        .flatMap(it -> it.info().command())
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent();
    }
}
