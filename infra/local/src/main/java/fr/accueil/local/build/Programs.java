package fr.accueil.local.build;

import fr.accueil.local.settings.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// Spring Boot jars, taken apart beside the stack. They start faster so, and a build while the stack runs does not
/// change
/// classes under its feet.
public final class Programs {

    private final Home home;

    public Programs(Home home) {
        this.home = home;
    }

    /// @return the jar to start, with its libraries beside it
    public Path install(String name, Path jar) {
        var folder = home.programs().resolve(name);
        var stamp = folder.resolve("taken-from");
        try {
            var source = contents(jar);
            if (Files.notExists(stamp) || !Files.readString(stamp).equals(source)) {
                takeApart(jar, folder, source);
            }
            return folder.resolve(jar.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot install " + jar, e);
        }
    }

    /// What is in the jar, in one number: its size may stay, and its date does, since builds are reproducible.
    private static String contents(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var checksum = new CRC32();
            zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getCrc() + "\n")
                    .forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
            return Long.toHexString(checksum.getValue()) + " " + Files.size(jar);
        }
    }

    private void takeApart(Path jar, Path folder, String source) throws IOException {
        var draft = folder.resolveSibling(folder.getFileName() + ".new");
        delete(draft);
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                draft.toString());
        var log = home.log("build").toFile();
        try {
            var ended = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IOException("it is no Spring Boot jar; see " + home.show(log.toPath()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        Files.writeString(draft.resolve("taken-from"), source);
        delete(folder);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
