package fr.accueil.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceStampTest {

    private static final List<String> MODULES = List.of("ai-router");

    @TempDir
    Path root;

    @BeforeEach
    void write() throws IOException {
        write("pom.xml", "<project/>");
        write("ai-router/src/main/java/A.java", "class A {}");
    }

    @Test
    void the_stamp_changes_with_the_sources() throws IOException {
        var before = stamp();

        write("ai-router/src/main/java/A.java", "class A { int b; }");

        assertThat(stamp()).isNotEqualTo(before);
    }

    @Test
    void a_new_or_a_renamed_file_is_a_change() throws IOException {
        var before = stamp();

        write("ai-router/src/main/resources/application.yml", "a: b");
        var withOneMore = stamp();
        Files.move(root.resolve("ai-router/src/main/java/A.java"), root.resolve("ai-router/src/main/java/B.java"));

        assertThat(withOneMore).isNotEqualTo(before);
        assertThat(stamp()).isNotEqualTo(withOneMore);
    }

    @Test
    void dates_tests_documentation_and_what_was_built_are_no_change() throws IOException {
        var before = stamp();

        Files.setLastModifiedTime(root.resolve("ai-router/src/main/java/A.java"), FileTime.fromMillis(0));
        write("ai-router/target/A.class", "bytes");
        write("ai-router/ui/node_modules/react/index.js", "react");
        write("ai-router/src/test/java/ATest.java", "class ATest {}");
        write("ai-router/CANVAS.md", "# ai-router");

        assertThat(stamp()).isEqualTo(before);
    }

    private String stamp() {
        return SourceStamp.of(root, MODULES);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
