package fr.accueil.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    @TempDir
    Path folder;

    Path log;

    @BeforeEach
    void name() {
        log = folder.resolve("ai-router.log");
    }

    @Test
    void the_tail_shows_causes_and_not_the_frames_between_them() throws IOException {
        Files.writeString(log, """
                starting
                java.lang.IllegalStateException: no database
                \tat fr.accueil.A.a(A.java:1)
                \t... 88 common frames omitted
                Caused by: java.net.ConnectException: refused

                """);

        assertThat(Logs.tail(log, 2))
                .containsExactly(
                        "java.lang.IllegalStateException: no database",
                        "Caused by: java.net.ConnectException: refused");
    }

    @Test
    void the_tail_of_a_long_log_is_its_end() throws IOException {
        Files.writeString(log, "word\n".repeat(100_000) + "the last word\n");

        assertThat(Logs.tail(log, 2)).containsExactly("word", "the last word");
        assertThat(Logs.tail(folder.resolve("nothing.log"), 2)).isEmpty();
    }

    @Test
    void of_a_build_the_first_errors_are_shown() throws IOException {
        Files.writeString(log, """
                [INFO] BUILD FAILURE
                npm error Missing: a package from lock file
                [ERROR]
                [ERROR] A.java:[3,4] cannot find symbol
                [ERROR] Re-run Maven with the -e switch
                """);

        assertThat(Logs.errors(log, 2))
                .containsExactly(
                        "npm error Missing: a package from lock file", "[ERROR] A.java:[3,4] cannot find symbol");
    }

    @Test
    void a_new_run_puts_the_log_of_the_last_one_aside() throws IOException {
        Files.writeString(log, "yesterday");

        Logs.startAnew(log);

        assertThat(log).doesNotExist();
        assertThat(folder.resolve("ai-router.log.1")).hasContent("yesterday");
    }
}
