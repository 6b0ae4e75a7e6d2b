package fr.accueil.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_customer_gets_so_many_in_a_row_and_then_one_each_time() {
        var pace = new Pace(Duration.ofSeconds(6), 45);

        var turns = turns(pace, 48);

        assertThat(turns.subList(0, 45)).containsOnly(Duration.ZERO);
        assertThat(turns.subList(45, 48))
                .containsExactly(Duration.ofSeconds(6), Duration.ofSeconds(12), Duration.ofSeconds(18));
    }

    @Property(tries = 50)
    void a_sender_never_sends_more_in_any_second_than_it_may(@ForAll @IntRange(min = 2, max = 300) int calls) {
        var turns = turns(Pace.perSecond(calls), 3 * calls);

        for (var first : turns) {
            assertThat(turns.stream()
                            .map(it -> it.minus(first))
                            .filter(it -> !it.isNegative() && it.compareTo(SECOND) < 0)
                            .count())
                    .isLessThanOrEqualTo(calls);
        }
    }

    /// When those go out that were asked for at once.
    private static List<Duration> turns(Pace pace, int count) {
        var turns = new ArrayList<Duration>();
        var debt = Duration.ZERO;
        for (var i = 0; i < count; i++) {
            turns.add(pace.wait(debt));
            debt = debt.plus(pace.every());
        }
        return turns;
    }
}
