package fr.accueil.signin.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/// A secret that is made once and read ever after; for its owner's eyes only, and never half written.
record KeptFile(Path path) {

    String readOrCreate(Supplier<String> secret) {
        try {
            if (Files.notExists(path)) {
                create(secret.get());
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + path, e);
        }
    }

    private void create(String secret) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var draft = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
