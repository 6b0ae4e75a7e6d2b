package fr.accueil.local;

import fr.accueil.local.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// At most one launcher for each folder. The operating system holds the lock, and gives it back however the launcher
/// ends.
final class LauncherLock {

    private final Path file;
    private final Path healthy;
    private @Nullable FileLock lock;

    private LauncherLock(Path file, Path healthy) {
        this.file = file;
        this.healthy = healthy;
    }

    static LauncherLock of(Home home) {
        return new LauncherLock(home.data("launcher.pid"), home.data("healthy"));
    }

    /// @return whether it is ours now; it is then held until this process ends
    boolean take() {
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return false;
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            sayNotHealthy();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + file, e);
        }
    }

    /// The launcher that holds it, as it wrote itself down.
    Optional<ProcessHandle> holder() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException nobody) {
            return Optional.empty();
        }
    }

    /// For `make run DETACHED=1`, which waits for this file.
    void sayHealthy() {
        try {
            Files.writeString(healthy, Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + healthy, e);
        }
    }

    void sayNotHealthy() {
        try {
            Files.deleteIfExists(healthy);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + healthy, e);
        }
    }
}
