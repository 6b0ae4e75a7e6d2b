package fr.accueil.agenda.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.holiday.PublicHoliday;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {

    private static final LocalDate FRIDAY_13 = LocalDate.of(2026, 3, 13);
    private static final LocalDate SUNDAY_15 = LocalDate.of(2026, 3, 15);
    private static final LocalDate MONDAY_16 = LocalDate.of(2026, 3, 16);
    private static final LocalDate BASTILLE_DAY = LocalDate.of(2026, 7, 14);

    private static final WeeklyHours WEEK = WeeklyHours.none()
            .from(TUESDAY, FRIDAY, "09:30-12:30", "14:00-19:00")
            .on(SATURDAY, "09:00-17:00");

    private static final OpeningHours CAMELIA =
            OpeningHours.of(WEEK, HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE));

    @Test
    void an_ordinary_day_has_the_periods_of_its_weekday() {
        assertThat(CAMELIA.on(FRIDAY_13)).isEqualTo(open("09:30-12:30", "14:00-19:00"));
        assertThat(CAMELIA.on(SUNDAY_15)).isEqualTo(closed(new ClosedBecause.Weekday(SUNDAY)));
    }

    @Test
    void lunch_is_outside_hours_and_says_when_it_is_open() {
        assertThat(CAMELIA.isOpenAt(at("2026-03-13T12:29"))).isTrue();
        assertThat(CAMELIA.isOpenAt(at("2026-03-13T12:30"))).isFalse();
        assertThat(CAMELIA.whyClosedAt(at("2026-03-13T12:30")))
                .contains(new ClosedBecause.OutsideHours(ranges("09:30-12:30", "14:00-19:00")));
    }

    @Test
    void a_public_holiday_is_closed_by_its_name() {
        assertThat(CAMELIA.on(BASTILLE_DAY)).isEqualTo(closed(new ClosedBecause.Holiday(PublicHoliday.NATIONAL_DAY)));
        assertThat(CAMELIA.whyClosedAt(at("2026-07-14T10:00")))
                .contains(new ClosedBecause.Holiday(PublicHoliday.NATIONAL_DAY));
        assertThat(CAMELIA.whyClosedAt(at("2026-07-14T21:00")))
                .contains(new ClosedBecause.Holiday(PublicHoliday.NATIONAL_DAY));
    }

    @Test
    void a_holiday_on_a_day_that_is_closed_anyway_is_closed_as_every_week() {
        assertThat(CAMELIA.on(LocalDate.of(2026, 4, 6))).isEqualTo(closed(new ClosedBecause.Weekday(MONDAY)));
    }

    @Test
    void a_business_may_work_on_a_holiday() {
        var hours = OpeningHours.of(
                WEEK, HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE).openOn(PublicHoliday.NATIONAL_DAY));

        assertThat(hours.on(BASTILLE_DAY)).isEqualTo(open("09:30-12:30", "14:00-19:00"));
    }

    @Test
    void a_closing_takes_days_and_says_why_on_each_of_them() {
        var hours = CAMELIA.except(HoursException.closing(Span.days(FRIDAY_13, MONDAY_16), "congés d'hiver"));

        for (var day : List.of(FRIDAY_13, SUNDAY_15, MONDAY_16)) {
            assertThat(hours.on(day)).isEqualTo(closed(new ClosedBecause.ExceptionalClosing("congés d'hiver")));
        }
        assertThat(hours.on(MONDAY_16.plusDays(1))).isEqualTo(open("09:30-12:30", "14:00-19:00"));
    }

    @Test
    void a_closing_takes_a_part_of_a_day() {
        var hours = CAMELIA.except(
                HoursException.closing(Span.part(FRIDAY_13, TimeRange.parse("16:00-17:00")), "formation"));

        assertThat(hours.on(FRIDAY_13)).isEqualTo(open("09:30-12:30", "14:00-16:00", "17:00-19:00"));
        assertThat(hours.whyClosedAt(at("2026-03-13T16:30")))
                .contains(new ClosedBecause.ExceptionalClosing("formation"));
        assertThat(hours.whyClosedAt(at("2026-03-13T13:00"))).get().isInstanceOf(ClosedBecause.OutsideHours.class);
    }

    @Test
    void a_closing_goes_from_one_moment_to_another() {
        var hours = CAMELIA.except(HoursException.closing(
                Span.throughout(LocalDateTime.parse("2026-03-12T16:00"), LocalDateTime.parse("2026-03-14T10:30")),
                "travaux"));

        assertThat(hours.on(LocalDate.of(2026, 3, 12))).isEqualTo(open("09:30-12:30", "14:00-16:00"));
        assertThat(hours.on(FRIDAY_13)).isEqualTo(closed(new ClosedBecause.ExceptionalClosing("travaux")));
        assertThat(hours.on(LocalDate.of(2026, 3, 14))).isEqualTo(open("10:30-17:00"));
    }

    @Test
    void a_closing_takes_the_same_range_of_many_days() {
        var hours = CAMELIA.except(HoursException.closing(
                Span.eachDay(DateRange.of(FRIDAY_13, MONDAY_16), TimeRange.parse("12:00-24:00")), "soldes"));

        assertThat(hours.on(FRIDAY_13)).isEqualTo(open("09:30-12:00"));
        assertThat(hours.on(FRIDAY_13.plusDays(1))).isEqualTo(open("09:00-12:00"));
    }

    @Test
    void an_opening_adds_to_a_day_and_opens_a_sunday_or_a_holiday() {
        var hours = CAMELIA.except(
                HoursException.opening(Span.part(FRIDAY_13, TimeRange.parse("19:00-21:00")), "nocturne"),
                HoursException.opening(Span.part(SUNDAY_15, TimeRange.parse("10:00-12:00")), "portes ouvertes"),
                HoursException.opening(Span.part(BASTILLE_DAY, TimeRange.parse("09:00-12:00")), "matinée"));

        assertThat(hours.on(FRIDAY_13)).isEqualTo(open("09:30-12:30", "14:00-21:00"));
        assertThat(hours.on(SUNDAY_15)).isEqualTo(open("10:00-12:00"));
        assertThat(hours.on(BASTILLE_DAY)).isEqualTo(open("09:00-12:00"));
        assertThat(hours.whyClosedAt(at("2026-03-15T15:00")))
                .contains(new ClosedBecause.OutsideHours(ranges("10:00-12:00")));
    }

    @Test
    void of_two_exceptions_for_the_same_time_the_later_one_holds() {
        var august =
                HoursException.closing(Span.days(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 23)), "congés d'été");
        var oneMorning = HoursException.opening(
                Span.part(LocalDate.of(2026, 8, 14), TimeRange.parse("09:00-12:00")), "permanence");

        assertThat(CAMELIA.except(august, oneMorning).on(LocalDate.of(2026, 8, 14)))
                .isEqualTo(open("09:00-12:00"));
        assertThat(CAMELIA.except(oneMorning, august).on(LocalDate.of(2026, 8, 14)))
                .isEqualTo(closed(new ClosedBecause.ExceptionalClosing("congés d'été")));
    }

    @Test
    void an_evening_after_closings_took_the_whole_day_still_knows_why() {
        var hours = CAMELIA.except(
                HoursException.closing(Span.part(FRIDAY_13, TimeRange.parse("09:00-19:00")), "inventaire"));

        assertThat(hours.whyClosedAt(at("2026-03-13T20:00")))
                .contains(new ClosedBecause.ExceptionalClosing("inventaire"));
    }

    @Test
    void the_next_opening_is_found_over_lunch_nights_and_holidays() {
        assertThat(CAMELIA.nextOpen(at("2026-03-13T10:07"))).contains(at("2026-03-13T10:07"));
        assertThat(CAMELIA.nextOpen(at("2026-03-13T12:45"))).contains(at("2026-03-13T14:00"));
        assertThat(CAMELIA.nextOpen(at("2026-03-14T17:00"))).contains(at("2026-03-17T09:30"));
        assertThat(CAMELIA.nextOpen(at("2026-07-13T12:00"))).contains(at("2026-07-15T09:30"));
        assertThat(OpeningHours.of(WeeklyHours.none(), HolidayRule.closedOnAllOf(HolidayRegion.MAYOTTE))
                        .nextOpen(at("2026-03-13T10:00")))
                .isEmpty();
    }

    @Test
    void overseas_opens_by_its_own_clock() {
        var saintDenis = OpeningHours.of(WEEK, HolidayRule.closedOnAllOf(HolidayRegion.LA_REUNION));

        assertThat(saintDenis.isOpenAt(Instant.parse("2026-03-13T05:30:00Z"))).isTrue();
        assertThat(saintDenis.isOpenAt(Instant.parse("2026-03-13T15:00:00Z"))).isFalse();
        assertThat(saintDenis.on(LocalDate.of(2025, 12, 20)))
                .isEqualTo(closed(new ClosedBecause.Holiday(PublicHoliday.ABOLITION_IN_LA_REUNION)));
    }

    @Test
    void periods_of_a_day_that_overlap_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeeklyHours.none().on(TUESDAY, "14:00-19:00", "09:00-14:30"))
                .withMessage("The periods 09:00–14:30 and 14:00–19:00 of TUESDAY overlap.");
        assertThat(WeeklyHours.none().on(TUESDAY, "12:00-19:00", "09:00-12:00").rangesOn(TUESDAY))
                .isEqualTo(ranges("09:00-12:00", "12:00-19:00"));
    }

    @Test
    void an_exception_that_ends_before_it_begins_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Span.days(MONDAY_16, FRIDAY_13));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.throughout(MONDAY_16.atStartOfDay(), FRIDAY_13.atStartOfDay()));
    }

    @Test
    void an_exception_between_two_minutes_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Span.throughout(FRIDAY_13.atTime(10, 0, 30), MONDAY_16.atStartOfDay()))
                .withMessageContaining("whole minutes");
    }

    private static Instant at(String local) {
        return CAMELIA.clock().instantsOf(LocalDateTime.parse(local)).getFirst();
    }

    private static DayHours open(String... ranges) {
        return new DayHours.Open(ranges(ranges));
    }

    private static DayHours closed(ClosedBecause why) {
        return new DayHours.Closed(why);
    }

    private static List<TimeRange> ranges(String... ranges) {
        return Arrays.stream(ranges).map(TimeRange::parse).toList();
    }
}
