package fr.accueil.agenda.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

    @Test
    void a_range_is_read_as_people_write_it() {
        assertThat(TimeRange.parse("09:30-12:30")).isEqualTo(TimeRange.of(LocalTime.of(9, 30), LocalTime.of(12, 30)));
        assertThat(TimeRange.parse("09:30 – 12:30")).hasToString("09:30–12:30");
    }

    @Test
    void a_day_may_end_at_midnight() {
        var evening = TimeRange.parse("18:00-24:00");

        assertThat(evening).hasToString("18:00–24:00");
        assertThat(evening.toMinute()).isEqualTo(1440);
        assertThat(evening.contains(LocalTime.of(23, 59))).isTrue();
        assertThat(evening.contains(LocalTime.MIDNIGHT)).isFalse();
    }

    @Test
    void a_range_over_midnight_is_refused_and_told_how_to_be_given() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.parse("22:00-02:00"))
                .withMessage("22:00–02:00 runs over midnight: give 22:00–24:00, and 00:00–02:00 on the next day.");
    }

    @Test
    void nonsense_is_refused_in_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.parse("10:00-10:00"))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.parse("9h-12h"))
                .withMessageContaining("09:30-12:30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeRange.of(LocalTime.of(9, 0, 1), LocalTime.of(10, 0)))
                .withMessageContaining("whole minutes");
    }
}
