package fr.accueil.router.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.accueil.router.evaluation.IntentScore.Guess;
import fr.accueil.router.evaluation.SampleSet.FirstMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentScoreTest {

    @Test
    void an_accepted_intent_counts_as_the_one_that_was_given() {
        var score = IntentScore.of(
                List.of(guess("{\"intent\":\"other\",\"accept\":[\"human\"]}", "human"), guess("other", "other")));

        assertThat(score.accuracy()).isEqualTo(1);
        assertThat(score.of("human").recall()).isEqualTo(1);
        assertThat(score.of("human").falseAlarms()).isZero();
        assertThat(score.of("other").support()).isEqualTo(1);
    }

    @Test
    void precision_recall_and_false_alarms_are_of_each_intent() {
        var score = IntentScore.of(List.of(
                guess("complaint", "complaint"),
                guess("complaint", "thanks"),
                guess("thanks", "thanks"),
                guess("faq", "complaint")));

        var complaint = score.of("complaint");
        assertThat(complaint.recall()).isEqualTo(0.5);
        assertThat(complaint.precision()).isEqualTo(0.5);
        assertThat(complaint.falseAlarms()).isEqualTo(1);
        assertThat(score.of("thanks").recall()).isEqualTo(1);
        assertThat(score.of("thanks").precision()).isEqualTo(0.5);
        assertThat(score.of("faq").f1()).isZero();
    }

    @Test
    void macro_f1_is_of_the_intents_that_the_set_has() {
        var score = IntentScore.of(List.of(guess("faq", "faq"), guess("booking", "quote")));

        assertThat(score.macroF1()).isCloseTo(0.5, within(1e-9));
    }

    private static Guess guess(String intentOrLine, String predicted) {
        var line = intentOrLine.startsWith("{") ? intentOrLine : "{\"intent\":\"%s\"}".formatted(intentOrLine);
        return new Guess(new FirstMessage("i", "beauty", "…", Wanted.of(Json.read(line), "intent")), predicted, 1, 1);
    }
}
