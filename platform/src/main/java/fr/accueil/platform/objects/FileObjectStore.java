package fr.accueil.platform.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.platform.Misconfigured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// A folder: `key` is the content, `key~type` beside it its type (`~` is in no key). A file is written and forced to
/// the disk under `.incoming` first and then renamed, so that nobody sees half of it, and what a crash leaves behind
/// is found in one place.
final class FileObjectStore implements ObjectStore {

    private static final String TYPE = "~type";
    private static final String DEFAULT_TYPE = "application/octet-stream";
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int BUFFER = 16 * 1024;

    private final Path folder;
    private final Path incoming;

    FileObjectStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.incoming = this.folder.resolve(".incoming");
        try {
            Files.createDirectories(incoming);
            forgetWhatACrashLeft();
        } catch (IOException | UncheckedIOException e) {
            throw new Misconfigured(
                    "The folder for attachments, " + this.folder + ", cannot be used: " + e,
                    "Set ACCUEIL_OBJECTS_FOLDER to a folder that this service may write.",
                    e);
        }
        if (!Files.isWritable(incoming)) {
            throw new Misconfigured(
                    "The folder for attachments, " + this.folder + ", cannot be written.",
                    "Set ACCUEIL_OBJECTS_FOLDER to a folder that this service may write.");
        }
    }

    @Override
    public Mono<Void> put(String key, Path file, String contentType) {
        return onDisk(() -> {
            var target = pathOf(key);
            var parent = target.resolveSibling("");
            Files.createDirectories(parent);
            // The type first: whoever sees the content finds its type.
            var type = Files.writeString(incoming.resolve(UUID.randomUUID().toString()), contentType, UTF_8);
            moveInto(type, typeOf(target));
            moveInto(Files.copy(file, incoming.resolve(UUID.randomUUID().toString())), target);
            for (var it = parent; it.startsWith(folder); it = it.resolve("..").normalize()) {
                force(it, StandardOpenOption.READ);
            }
            return null;
        });
    }

    @Override
    public Mono<StoredObject> find(String key) {
        return onDisk(() -> {
            var path = pathOf(key);
            try {
                return new StoredObject(
                        Files.size(path),
                        readType(path),
                        DataBufferUtils.read(path, DefaultDataBufferFactory.sharedInstance, BUFFER));
            } catch (NoSuchFileException _) {
                return null;
            }
        });
    }

    @Override
    public Mono<Void> delete(String key) {
        return onDisk(() -> {
            var path = pathOf(key);
            Files.deleteIfExists(path);
            Files.deleteIfExists(typeOf(path));
            return null;
        });
    }

    private Path pathOf(String key) {
        return folder.resolve(ObjectKeys.checked(key));
    }

    private static Path typeOf(Path path) {
        return path.resolveSibling(path.getFileName() + TYPE);
    }

    private static String readType(Path path) throws IOException {
        try {
            return Files.readString(typeOf(path), UTF_8);
        } catch (NoSuchFileException _) {
            return DEFAULT_TYPE;
        }
    }

    private static void moveInto(Path from, Path to) throws IOException {
        force(from, StandardOpenOption.WRITE);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (var channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private void forgetWhatACrashLeft() throws IOException {
        var old = FileTime.from(Instant.now().minus(FORGOTTEN));
        try (var left = Files.list(incoming)) {
            for (var file : left.toList()) {
                if (isOlder(file, old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /// Another instance may finish it meanwhile.
    private static boolean isOlder(Path file, FileTime old) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(old) < 0;
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private static <T> Mono<T> onDisk(DiskAct<T> act) {
        return Mono.<T>fromCallable(act::run).subscribeOn(Schedulers.boundedElastic());
    }

    private interface DiskAct<T> {
        @Nullable
        T run() throws IOException;
    }
}
