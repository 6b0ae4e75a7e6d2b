package fr.accueil.language.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import fr.accueil.language.model.LinearModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final Path SENTENCES = Path.of("training");
    private static final Plan QUICK = new Plan(1, 2, 0, 2, Map.of());

    private final List<Example> examples = Subject.URGENCY.examples(SENTENCES).subList(0, 700);

    @Test
    void the_same_sentences_give_the_same_model_byte_for_byte() throws IOException {
        var once = written(Trainer.train(examples, QUICK));
        var again = written(Trainer.train(examples, QUICK));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void a_model_says_the_same_after_it_was_written_and_read() throws IOException {
        var model = Trainer.train(examples, QUICK);

        var read = LinearModel.read(new ByteArrayInputStream(written(model)));

        assertThat(read.labels()).isEqualTo(model.labels());
        for (var example : examples.subList(0, 50)) {
            assertThat(read.decision(example.text())).isEqualTo(model.decision(example.text()));
            assertThat(read.probabilities(example.text())).isEqualTo(model.probabilities(example.text()));
        }
    }

    @Test
    void a_model_knows_two_labels_as_well_as_many() {
        var two = List.of(
                new Example("fuite d'eau", "plumbing"),
                new Example("grosse fuite", "plumbing"),
                new Example("coupe de cheveux", "hair"),
                new Example("une coupe courte", "hair"));

        var model = Trainer.train(two, new Plan(1, 1, 0, 0, Map.of()));

        assertThat(model.labels()).containsExactly("hair", "plumbing");
        assertThat(model.decision("une coupe")[0]).isPositive().isGreaterThan(model.decision("une coupe")[1]);
        assertThat(model.decision("une fuite")[1]).isPositive().isGreaterThan(model.decision("une fuite")[0]);
    }

    @Test
    void probabilities_add_up_to_one() {
        var model = Trainer.train(examples, QUICK);

        float sum = 0;
        for (float probability : model.probabilities("ça sent le gaz")) {
            assertThat(probability).isBetween(0f, 1f);
            sum += probability;
        }

        assertThat(sum).isCloseTo(1, offset(0.001f));
    }

    @Test
    void a_model_that_is_cut_off_is_refused() throws IOException {
        var bytes = written(Trainer.train(examples, QUICK));

        assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_model_of_another_version_is_refused() throws IOException {
        var bytes = written(Trainer.train(examples, QUICK));
        bytes[7]++;

        assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("build language-model again");
    }

    @Test
    void something_else_is_refused() {
        assertThatThrownBy(() ->
                        LinearModel.read(new ByteArrayInputStream("<!doctype html>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }

    private static byte[] written(LinearModel model) throws IOException {
        var out = new ByteArrayOutputStream();
        model.write(out);
        return out.toByteArray();
    }
}
