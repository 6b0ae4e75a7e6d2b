package fr.accueil.language.training;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.language.intent.IntentReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The development set: nothing is trained on it. The floors are well under what is reached, so that only a break
/// shows.
class IntentMeasureTest {

    private static final Scores SCORES = scores();

    private static Scores scores() {
        var reader = IntentReader.load();
        var scores = new Scores();
        for (var line : JsonLines.read(Path.of("../ai-router/evaluation/intents.jsonl"))) {
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
}
