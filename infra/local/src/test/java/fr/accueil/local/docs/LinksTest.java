package fr.accueil.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tours and READMEs rot: a linked file that moved fails here.
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Set<String> NOT_OURS = Set.of("node_modules", "target", "dist", ".git", "test-results");
    private static final Path ROOT = root();

    static Stream<Path> documents() throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = String.valueOf(folder.getFileName());
                return NOT_OURS.contains(name) || name.startsWith(".local")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md")) {
                    found.add(ROOT.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return found.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_linked_file_is_there(Path document) throws IOException {
        var file = ROOT.resolve(document);

        var missing = linksOf(Files.readString(file)).stream()
                .filter(link -> !Files.exists(file.resolveSibling(link)))
                .toList();

        assertThat(missing).as("what %s points to and is not there", document).isEmpty();
    }

    @Test
    void the_readme_and_the_tour_are_among_them() throws IOException {
        assertThat(documents()).contains(Path.of("README.md"), Path.of("docs/tour.md"));
    }

    private static List<String> linksOf(String text) {
        return LINK.matcher(text)
                .results()
                .map(it -> it.group(1))
                .filter(link -> !link.matches("[a-z]+:.*") && !link.startsWith("#"))
                .map(link -> URLDecoder.decode(link.replaceFirst("#.*", ""), StandardCharsets.UTF_8))
                .toList();
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("Makefile"))) {
            folder = folder.getParent();
        }
        return Path.of(String.valueOf(folder));
    }
}
