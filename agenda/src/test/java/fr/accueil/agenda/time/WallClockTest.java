package fr.accueil.agenda.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WallClockTest {

    private static final WallClock PARIS = WallClock.in("Europe/Paris");
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    @Test
    void on_an_ordinary_day_a_range_is_one_stretch() {
        assertThat(secondsOf(LocalDate.of(2026, 3, 13), "09:00-12:30"))
                .containsExactly(period("2026-03-13T08:00:00Z", "2026-03-13T11:30:00Z"));
    }

    @Test
    void the_hour_that_spring_skips_is_nobodys() {
        assertThat(secondsOf(SPRING, "02:00-03:00")).isEmpty();
        assertThat(secondsOf(SPRING, "01:00-05:00"))
                .containsExactly(period("2026-03-29T00:00:00Z", "2026-03-29T03:00:00Z"));
        assertThat(secondsOf(SPRING, "02:30-04:00"))
                .containsExactly(period("2026-03-29T01:00:00Z", "2026-03-29T02:00:00Z"));
    }

    @Test
    void the_hour_that_autumn_repeats_is_there_twice() {
        assertThat(secondsOf(AUTUMN, "01:00-05:00"))
                .containsExactly(period("2026-10-24T23:00:00Z", "2026-10-25T04:00:00Z"));
        assertThat(secondsOf(AUTUMN, "02:10-02:50"))
                .containsExactly(
                        period("2026-10-25T00:10:00Z", "2026-10-25T00:50:00Z"),
                        period("2026-10-25T01:10:00Z", "2026-10-25T01:50:00Z"));
    }

    @Test
    void a_time_of_the_clock_is_an_instant_or_none_or_two() {
        assertThat(PARIS.instantsOf(LocalDateTime.of(2026, 3, 13, 14, 30)))
                .containsExactly(Instant.parse("2026-03-13T13:30:00Z"));
        assertThat(PARIS.instantsOf(SPRING.atTime(2, 30))).isEmpty();
        assertThat(PARIS.instantsOf(AUTUMN.atTime(2, 30)))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void overseas_has_its_own_noon() {
        assertThat(secondsOf(WallClock.in("Indian/Reunion"), SPRING, "12:00-13:00"))
                .containsExactly(period("2026-03-29T08:00:00Z", "2026-03-29T09:00:00Z"));
        assertThat(secondsOf(WallClock.in("America/Guadeloupe"), SPRING, "12:00-13:00"))
                .containsExactly(period("2026-03-29T16:00:00Z", "2026-03-29T17:00:00Z"));
    }

    @Property(tries = 60)
    void an_instant_is_in_a_range_if_the_clock_reads_within_it(
            @ForAll("zones") WallClock clock,
            @ForAll("changingDays") LocalDate day,
            @ForAll("ranges") TimeRange range) {
        var seconds = clock.secondsOf(day, TimeRange.minutesOf(List.of(range)));

        var noon = day.atTime(LocalTime.NOON).atZone(clock.zone()).toInstant();
        for (var minute = -24 * 60; minute < 24 * 60; minute += 5) {
            var instant = noon.plusSeconds(60L * minute);
            var read = clock.dateOf(instant).equals(day) && range.contains(clock.timeOf(instant));
            assertThat(seconds.contains(instant.getEpochSecond()))
                    .as("%s", instant)
                    .isEqualTo(read);
        }
    }

    @Provide
    Arbitrary<WallClock> zones() {
        return Arbitraries.of(
                        "Europe/Paris", "America/Miquelon", "Indian/Reunion", "America/Cayenne", "Australia/Lord_Howe")
                .map(ZoneId::of)
                .map(WallClock::new);
    }

    @Provide
    Arbitrary<LocalDate> changingDays() {
        return Arbitraries.of(
                SPRING,
                AUTUMN,
                LocalDate.of(2026, 3, 8),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 4, 5),
                LocalDate.of(2026, 10, 4),
                LocalDate.of(2026, 6, 1));
    }

    @Provide
    Arbitrary<TimeRange> ranges() {
        var night = Arbitraries.integers().between(0, 60);
        var any = Arbitraries.integers().between(0, 287);
        return Combinators.combine(
                        Arbitraries.oneOf(night, any), Arbitraries.integers().between(1, 100))
                .as((from, length) -> TimeRange.of(atFive(from), atFive(Math.min(288, from + length))));
    }

    private static LocalTime atFive(int fives) {
        return LocalTime.ofSecondOfDay(fives % 288 * 300L);
    }

    private static List<Period> secondsOf(LocalDate day, String range) {
        return secondsOf(PARIS, day, range);
    }

    private static List<Period> secondsOf(WallClock clock, LocalDate day, String range) {
        return clock.secondsOf(day, TimeRange.minutesOf(List.of(TimeRange.parse(range))))
                .map((from, to) -> new Period(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to)));
    }

    private static Period period(String start, String end) {
        return new Period(Instant.parse(start), Instant.parse(end));
    }
}
