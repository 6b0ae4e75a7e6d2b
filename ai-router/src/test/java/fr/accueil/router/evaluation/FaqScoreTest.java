package fr.accueil.router.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.accueil.router.evaluation.FaqScore.Answer;
import fr.accueil.router.evaluation.FaqScore.Outcome;
import fr.accueil.router.evaluation.SampleSet.FaqQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaqScoreTest {

    private static final String BOTH_PARTS = "{\"expected_faq\":\"b01\",\"accept\":[\"b01\",\"b05\"]}";
    private static final String NOTHING = "{\"expected_faq\":null,\"near_miss\":\"b01\"}";

    @Test
    void one_of_two_parts_is_right_and_both_are() {
        assertThat(outcome(BOTH_PARTS, "b05")).isEqualTo(Outcome.RIGHT);
        assertThat(outcome(BOTH_PARTS, "b05", "b01")).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void a_right_faq_beside_a_wrong_one_is_a_wrong_answer() {
        assertThat(outcome(BOTH_PARTS, "b01", "b09")).isEqualTo(Outcome.WRONG);
    }

    @Test
    void where_nothing_settles_it_the_near_miss_is_a_false_answer() {
        assertThat(outcome(NOTHING, "b01")).isEqualTo(Outcome.FALSE);
        assertThat(outcome(NOTHING)).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_question_that_is_open_may_be_refused_or_answered() {
        assertThat(outcome("{\"expected_faq\":\"b01\",\"accept\":[null]}")).isEqualTo(Outcome.RIGHT);
        assertThat(outcome("{\"expected_faq\":null,\"accept\":[\"b01\"]}", "b01"))
                .isEqualTo(Outcome.REFUSED);
    }

    @Test
    void who_always_answers_is_not_useful() {
        var score = FaqScore.of(List.of(
                answer("{\"expected_faq\":\"b01\"}", "b01"),
                answer("{\"expected_faq\":\"b02\"}", "b01"),
                answer("{\"expected_faq\":\"b03\"}"),
                answer(NOTHING, "b01"),
                answer(NOTHING)));

        assertThat(score).isEqualTo(new FaqScore(3, 1, 1, 1, 2, 1, 1));
        assertThat(score.rightShare()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(score.falseShare()).isEqualTo(0.5);
        assertThat(score.useful()).isZero();
    }

    private static Outcome outcome(String line, String... predicted) {
        return answer(line, predicted).outcome();
    }

    private static Answer answer(String line, String... predicted) {
        var query = new FaqQuery("q", "beauty", "?", Wanted.of(Json.read(line), "expected_faq"), null);
        return new Answer(query, List.of(predicted), 1, 1);
    }
}
