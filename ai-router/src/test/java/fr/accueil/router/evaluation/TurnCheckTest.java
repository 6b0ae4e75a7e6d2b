package fr.accueil.router.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnCheckTest {

    /// Thursday at noon was asked for and is taken; the bot asks for another time, having answered a FAQ.
    private static final Outcome OUTCOME = new Outcome(
            List.of("Ce créneau est pris. Un autre ?"),
            "booking",
            "booking",
            Map.of("service", "manucure", "name", "Maëlys Corbin", "need", "Une soirée entre sœurs"),
            List.of("datetime", "date", "time"),
            List.of("slot_taken"),
            List.of("abandoned"),
            List.of("b03"),
            false,
            1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"intent\":\"booking\"}",
                "{\"intent\":\"faq\",\"intent_accept\":[\"booking\"]}",
                "{\"flow\":\"booking\"}",
                "{\"slots\":{\"service\":\"manucure\",\"name\":\"maëlys corbin\"}}",
                "{\"need_contains\":[\"soiree\",[\"cousine\",\"soeur\"]]}",
                "{\"asks\":[\"phone\",\"time\"]}",
                "{\"must_not_ask\":[\"name\",\"service\"]}",
                "{\"rejects\":\"slot_taken\"}",
                "{\"event\":\"booking_created\"}",
                "{\"no_event\":[\"booking_created\",\"escalated\"]}",
                "{\"faq\":\"b03\",\"resumes\":true,\"silent\":false}"
            })
    void what_is_as_expected_is_right(String expect) {
        assertThat(failures(expect)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"intent\":\"faq\"}",
                "{\"flow\":\"none\"}",
                "{\"slots\":{\"service\":\"massage\"}}",
                "{\"slots\":{\"date\":\"2026-03-12\"}}",
                "{\"need_contains\":[\"soiree\",\"mariage\"]}",
                "{\"asks\":[\"phone\"]}",
                "{\"must_not_ask\":[\"date\"]}",
                "{\"rejects\":\"closed\"}",
                "{\"event\":\"lead_created\"}",
                "{\"no_event\":[\"abandoned\"]}",
                "{\"faq\":\"b04\"}",
                "{\"silent\":true}"
            })
    void what_is_not_as_expected_is_a_failure(String expect) {
        assertThat(failures(expect)).hasSize(1);
    }

    @Test
    void an_event_may_have_happened_before_but_is_forbidden_in_the_turn_alone() {
        assertThat(failures("{\"event\":\"booking_created\",\"no_event\":[\"booking_created\"]}"))
                .isEmpty();
    }

    private static List<String> failures(String expect) {
        return new TurnCheck(Json.read(expect), OUTCOME, "booking_created"::equals).failures();
    }
}
