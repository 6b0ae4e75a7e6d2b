package fr.accueil.local.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// What the sources of some modules are right now, in one word: their content counts, not their dates, which a checkout
/// changes.
final class SourceStamp {

    private static final Set<String> NOT_SOURCES =
            Set.of("target", "node_modules", "dist", "coverage", "test-results", "playwright-report", "test");

    private SourceStamp() {}

    static String of(Path root, Collection<String> modules) {
        var digest = sha256();
        for (var file : files(root, modules)) {
            digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(content(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path root, Collection<String> modules) {
        var files = new ArrayList<Path>();
        files.add(root.resolve("pom.xml"));
        modules.forEach(module -> collect(root.resolve(module), files));
        return files.stream().sorted().toList();
    }

    private static void collect(Path module, List<Path> files) {
        try {
            Files.walkFileTree(module, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    var name = folder.getFileName().toString();
                    return NOT_SOURCES.contains(name) || name.startsWith(".")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !file.toString().endsWith(".md")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException goneMeanwhile) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sources in " + module, e);
        }
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
