package fr.accueil.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Remembers a process of ours beyond the launcher's own life. The time it started stands beside its number, since
/// numbers
/// are given out again.
record PidFile(Path path) {

    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(3);

    /// @param stop the signal that it ends cleanly on
    record Remembered(ProcessHandle process, ProcessSpec.StopSignal stop) {}

    void write(ProcessHandle process, ProcessSpec.StopSignal stop) {
        var started = process.info().startInstant().orElse(Instant.EPOCH);
        var draft = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.writeString(draft, process.pid() + " " + started + " " + stop);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remember a process in " + path, e);
        }
    }

    /// @return the process, if it still is the one that was remembered
    Optional<Remembered> find() {
        try {
            var words = Files.readString(path).strip().split(" ");
            if (words.length != 3) {
                return Optional.empty();
            }
            var stop = ProcessSpec.StopSignal.valueOf(words[2]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(it -> startedAt(it, Instant.parse(words[1])))
                    .map(it -> new Remembered(it, stop));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget the process in " + path, e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant remembered) {
        return process.isAlive()
                && process.info()
                        .startInstant()
                        .map(started ->
                                Duration.between(started, remembered).abs().compareTo(CLOCKS_DIFFER) < 0)
                        .orElse(false);
    }
}
