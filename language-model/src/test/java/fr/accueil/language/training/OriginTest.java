package fr.accueil.language.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginTest {

    @TempDir
    Path home;

    private Path sentences;
    private Path code;
    private Path models;

    @BeforeEach
    void train() throws IOException {
        sentences = Files.createDirectories(home.resolve("sentences"));
        code = Files.createDirectories(home.resolve("classes"));
        models = Files.createDirectories(code.resolve("models"));
        Files.writeString(sentences.resolve("intents.jsonl"), "Bonjour");
        Files.writeString(code.resolve("Trainer.class"), "1");
        Files.writeString(models.resolve("intent.model"), "weights");
        Origin.of(List.of(sentences, code)).keep(models);
    }

    @Test
    void nothing_changed_and_nothing_is_trained_again() throws IOException {
        assertThat(isCurrent()).isTrue();
    }

    @Test
    void the_models_themselves_are_no_part_of_it() throws IOException {
        Files.writeString(models.resolve("intent.model"), "other weights");

        assertThat(isCurrent()).isTrue();
    }

    @Test
    void another_sentence_asks_for_a_training() throws IOException {
        Files.writeString(sentences.resolve("intents.jsonl"), "Bonsoir");

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void other_code_asks_for_a_training() throws IOException {
        Files.writeString(code.resolve("Trainer.class"), "2");

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void the_same_sentences_under_another_name_ask_for_a_training() throws IOException {
        Files.move(sentences.resolve("intents.jsonl"), sentences.resolve("mood.jsonl"));

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void a_training_that_broke_off_is_begun_again() throws IOException {
        Origin.forget(models);

        assertThat(isCurrent()).isFalse();
    }

    private boolean isCurrent() throws IOException {
        return Origin.of(List.of(sentences, code)).isOf(models);
    }
}
