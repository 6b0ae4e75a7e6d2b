package fr.accueil.notification.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// In which order, and at which times, a comparison brings messages back.
class FoundTest {

    private static final String MARIE = "whatsapp:+33639980012";
    private static final String KARIM = "whatsapp:+33639980013";
    private static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

    private final Found found = new Found();

    @Test
    void the_oldest_comes_first_at_twilios_time() {
        found.add(List.of(message("SM2", MARIE, 5), message("SM1", MARIE, 0)), Map.of());

        assertThat(found.inTheirTime()).containsExactly(message("SM1", MARIE, 0), message("SM2", MARIE, 5));
    }

    @Test
    void of_one_second_the_last_listed_was_written_first() {
        found.add(List.of(message("SM1", MARIE, 0), message("SM3", MARIE, 0)), Map.of());
        found.add(List.of(message("SM2", MARIE, 0)), Map.of());

        assertThat(found.inTheirTime()).extracting(ListedMessage::sid).containsExactly("SM2", "SM3", "SM1");
        assertThat(found.inTheirTime()).extracting(ListedMessage::at).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void it_stands_behind_what_was_written_before_it_and_came_late() {
        var late = NOON.plusSeconds(11);
        found.add(
                List.of(message("SM3", MARIE, 4), message("SM2", KARIM, 2), message("SM1", MARIE, 0)),
                Map.of("SM1", late));

        assertThat(found.inTheirTime())
                .containsExactly(
                        message("SM2", KARIM, 2), message("SM3", MARIE, 0).at(late.plusMillis(1)));
    }

    @Test
    void what_came_after_all_is_not_missing_and_what_is_settled_neither() {
        found.add(List.of(message("SM2", MARIE, 5), message("SM1", MARIE, 0)), Map.of());
        found.know(Map.of("SM1", NOON));
        found.settle(message("SM2", MARIE, 5), true);

        assertThat(found.missing()).isEmpty();
        assertThat(found.toComparison(new Window(NOON, NOON.plusSeconds(60)), null))
                .isEqualTo(new Comparison(new Window(NOON, NOON.plusSeconds(60)), 2, 1, 0, null));
    }

    private static ListedMessage message(String sid, String from, int second) {
        return new ListedMessage(sid, from, sid, 0, NOON.plusSeconds(second));
    }
}
