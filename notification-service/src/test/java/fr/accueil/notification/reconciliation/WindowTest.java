package fr.accueil.notification.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.notification.reconciliation.Window.Standing;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ReconciliationSettings SETTINGS = new ReconciliationSettings(
            Duration.ofMinutes(5),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10),
            Duration.ofHours(48),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofMinutes(2),
            4,
            Duration.ofDays(15),
            Duration.ofSeconds(2));

    @Test
    void it_goes_on_a_little_before_where_the_last_one_ended_and_leaves_out_what_may_be_under_way() {
        var window = Window.at(NOON, new Standing(NOON.minusSeconds(300), null), SETTINGS);

        assertThat(window).isEqualTo(new Window(NOON.minusSeconds(900), NOON.minusSeconds(20)));
        assertThat(window.covers(NOON.minusSeconds(20))).isTrue();
        assertThat(window.covers(NOON.minusSeconds(19))).isFalse();
        assertThat(window.covers(NOON.minusSeconds(901))).isFalse();
    }

    @Test
    void the_first_one_looks_back_no_further_than_the_margin() {
        assertThat(Window.at(NOON, Standing.NONE, SETTINGS).from()).isEqualTo(NOON.minusSeconds(620));
    }

    @Test
    void after_a_long_silence_it_looks_back_two_days_at_most() {
        var window = Window.at(NOON, new Standing(NOON.minus(Duration.ofDays(9)), null), SETTINGS);

        assertThat(window.from()).isEqualTo(NOON.minus(Duration.ofHours(48)));
    }

    @Test
    void a_clock_that_went_back_makes_no_window_that_ends_before_it_begins() {
        var window = Window.at(NOON, new Standing(NOON.plus(Duration.ofHours(25)), null), SETTINGS);

        assertThat(window).isEqualTo(new Window(NOON.minusSeconds(620), NOON.minusSeconds(20)));
    }

    @Test
    void what_is_too_young_for_this_comparison_is_owed_another_when_it_is_old_enough() {
        var window = Window.at(NOON, Standing.NONE, SETTINGS);

        assertThat(new Standing(null, NOON).owed(window, SETTINGS)).contains(NOON.plusSeconds(20));
        assertThat(new Standing(null, NOON.minusSeconds(20)).owed(window, SETTINGS))
                .isEmpty();
        assertThat(Standing.NONE.owed(window, SETTINGS)).isEmpty();
    }
}
