package fr.accueil.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The examples and vectors of Twilio's webhooks, which stand in `shared/` beside the repository.
public final class SharedFiles {

    private SharedFiles() {}

    public static Path signatureVectors() {
        return twilio().resolve("signature_vectors.json");
    }

    /// A body as Twilio posts it, by the name of its file.
    public static String example(String name) {
        try {
            return Files.readString(twilio().resolve("examples").resolve(name + ".txt"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> examples() {
        try (Stream<Path> files = Files.list(twilio().resolve("examples"))) {
            return files.map(it -> it.getFileName().toString().replace(".txt", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path twilio() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var twilio = folder.resolveSibling("shared").resolve("twilio");
            if (Files.isDirectory(twilio)) {
                return twilio;
            }
        }
        throw new IllegalStateException(
                "../shared/twilio is missing: the examples and vectors of Twilio's webhooks belong beside the repository");
    }
}
