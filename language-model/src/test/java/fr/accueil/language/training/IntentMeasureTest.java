package fr.accueil.language.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.language.intent.IntentReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The development set: nothing is trained on it. The floors are well under what is reached, so that only a break
/// shows.
class IntentMeasureTest {

    private static final Path DEVELOPMENT_SET = Path.of("../ai-router/evaluation/intents.jsonl");
    private static final Scores SCORES = scores();

    private static Scores scores() {
        var reader = IntentReader.load();
        var scores = new Scores();
        for (var line : JsonLines.read(DEVELOPMENT_SET)) {
            var text = line.get("text").asString();
            scores.add(
                    text,
                    JsonLines.accepted(line, "intent"),
                    reader.read(text).intent().key());
        }
        return scores;
    }

    @Test
    void most_messages_are_understood() {
        assertThat(SCORES.accuracy()).as(SCORES.table()).isGreaterThan(0.90);
        assertThat(SCORES.macroF1()).as(SCORES.table()).isGreaterThan(0.90);
    }

    @ParameterizedTest
    @ValueSource(strings = {"complaint", "human", "opt_out"})
    void what_must_not_be_missed_is_seldom_missed(String intent) {
        assertThat(SCORES.recall(intent)).as(SCORES.table()).isGreaterThan(0.92);
        assertThat(SCORES.precision(intent)).as(SCORES.table()).isGreaterThan(0.80);
    }

    @Test
    void nothing_is_trained_on_the_development_set() {
        var trained = Subject.INTENTS.examples(Path.of("training")).stream()
                .map(example -> example.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());

        assertThat(JsonLines.read(DEVELOPMENT_SET))
                .map(line -> line.get("text").asString().toLowerCase(Locale.ROOT))
                .filteredOn(text -> text.split(" ", -1).length >= 3)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(trained);
    }
}
