package fr.accueil.language.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What models were trained from: the sentences and all code that training runs. The same origin gives the same models,
/// byte for byte, so a folder that keeps it needs no second training.
final class Origin {

    private static final String FILE = "origin.sha256";

    private final String digest;

    private Origin(String digest) {
        this.digest = digest;
    }

    /// Of everything below the folders, and of the files, in the order that is given; what is not there counts as
    /// empty.
    static Origin of(List<Path> parts) throws IOException {
        var sha = sha256();
        for (var part : parts) {
            for (var file : filesIn(part)) {
                add(sha, part.relativize(file).toString().getBytes(UTF_8));
                add(sha, Files.readAllBytes(file));
            }
        }
        return new Origin(HexFormat.of().formatHex(sha.digest()));
    }

    /// Whether the models in the folder were trained from the same.
    boolean isOf(Path models) throws IOException {
        var file = models.resolve(FILE);
        return Files.exists(file) && Files.readString(file).equals(digest);
    }

    /// To be called before a training, so that one that breaks off is not taken for done.
    static void forget(Path models) throws IOException {
        Files.deleteIfExists(models.resolve(FILE));
    }

    void keep(Path models) throws IOException {
        Files.writeString(models.resolve(FILE), digest);
    }

    private static List<Path> filesIn(Path part) throws IOException {
        if (!Files.exists(part)) {
            return List.of();
        }
        try (var files = Files.walk(part)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".model") && !file.endsWith(FILE))
                    .sorted()
                    .toList();
        }
    }

    /// Each part with its length before it, so that no two different rows of parts look alike.
    private static void add(MessageDigest sha, byte[] bytes) {
        sha.update((bytes.length + ":").getBytes(UTF_8));
        sha.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
