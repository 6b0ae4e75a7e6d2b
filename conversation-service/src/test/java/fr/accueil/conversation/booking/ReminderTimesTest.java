package fr.accueil.conversation.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReminderTimesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant LONG_BEFORE = at("2026-03-01T12:00");

    private final ReminderTimes times =
            new ReminderTimes(Duration.ofHours(24), LocalTime.of(9, 0), LocalTime.of(20, 0));

    @Test
    void a_customer_is_reminded_the_day_before() {
        assertThat(times.of(at("2026-03-13T14:30"), LONG_BEFORE, PARIS)).contains(at("2026-03-12T14:30"));
    }

    @Test
    void nobody_is_woken() {
        assertThat(times.of(at("2026-03-13T08:00"), LONG_BEFORE, PARIS)).contains(at("2026-03-12T09:00"));
        assertThat(times.of(at("2026-03-13T20:30"), LONG_BEFORE, PARIS)).contains(at("2026-03-13T09:00"));
        assertThat(times.of(at("2026-03-13T20:00"), LONG_BEFORE, PARIS)).contains(at("2026-03-13T09:00"));
        assertThat(times.of(at("2026-03-13T19:59"), LONG_BEFORE, PARIS)).contains(at("2026-03-12T19:59"));
    }

    @Test
    void who_booked_less_than_a_day_before_remembers() {
        assertThat(times.of(at("2026-03-13T14:30"), at("2026-03-12T14:31"), PARIS))
                .isEmpty();
        assertThat(times.of(at("2026-03-13T14:30"), at("2026-03-12T14:30"), PARIS))
                .isPresent();
    }

    @Test
    void a_day_before_is_24_hours_also_when_the_clock_changes() {
        assertThat(times.of(at("2026-03-29T14:30"), LONG_BEFORE, PARIS)).contains(at("2026-03-28T13:30"));
    }

    @Test
    void what_is_late_goes_at_the_next_good_time_before_the_visit_or_not_at_all() {
        assertThat(times.next(at("2026-03-12T22:00"), at("2026-03-13T10:00"), PARIS))
                .contains(at("2026-03-13T09:00"));
        assertThat(times.next(at("2026-03-12T22:00"), at("2026-03-13T09:00"), PARIS))
                .isEmpty();
        assertThat(times.next(at("2026-03-13T10:30"), at("2026-03-13T10:00"), PARIS))
                .isEmpty();
    }

    @Test
    void reminders_begin_before_they_end() {
        assertThatThrownBy(() -> new ReminderTimes(Duration.ofHours(24), LocalTime.of(20, 0), LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }
}
