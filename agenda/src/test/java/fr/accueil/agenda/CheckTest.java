package fr.accueil.agenda;

import static fr.accueil.agenda.Camelia.BROWS;
import static fr.accueil.agenda.Camelia.HOURS;
import static fr.accueil.agenda.Camelia.INES;
import static fr.accueil.agenda.Camelia.INES_ID;
import static fr.accueil.agenda.Camelia.LEA;
import static fr.accueil.agenda.Camelia.LEA_ID;
import static fr.accueil.agenda.Camelia.MASSAGE;
import static fr.accueil.agenda.Camelia.NAILS;
import static fr.accueil.agenda.Camelia.NOW;
import static fr.accueil.agenda.Camelia.RULES;
import static fr.accueil.agenda.Camelia.SERVICES;
import static fr.accueil.agenda.Camelia.SOPHIE;
import static fr.accueil.agenda.Camelia.SOPHIE_ID;
import static fr.accueil.agenda.Camelia.TATTOO;
import static fr.accueil.agenda.Camelia.agenda;
import static fr.accueil.agenda.Camelia.at;
import static fr.accueil.agenda.Camelia.booking;
import static fr.accueil.agenda.Camelia.staffedBy;
import static fr.accueil.agenda.Camelia.startsOf;
import static fr.accueil.agenda.Camelia.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.Grid;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.holiday.PublicHoliday;
import fr.accueil.agenda.hours.ClosedBecause;
import fr.accueil.agenda.hours.HoursException;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.Span;
import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.agenda.time.Period;
import fr.accueil.agenda.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    private static final TimeRange MORNING = TimeRange.parse("09:00-10:00");
    private static final Business HOUSE = staffedBy(LEA, INES, SOPHIE);

    @Test
    void a_free_time_is_granted_with_the_one_who_takes_it() {
        assertThat(check(agenda(HOUSE), VisitRequest.of(NAILS), "2026-03-13T14:30"))
                .isInstanceOfSatisfying(Verdict.Free.class, free -> {
                    assertThat(free.slot().resource()).isEqualTo(Resource.practitioner(LEA_ID));
                    assertThat(free.slot().end()).isEqualTo(at("2026-03-13T15:10"));
                });
        assertThat(check(agenda(with(Staffing.seats(3))), VisitRequest.of(NAILS), "2026-03-13T14:30"))
                .isInstanceOfSatisfying(
                        Verdict.Free.class,
                        free -> assertThat(free.slot().resource()).isEqualTo(Resource.seat(1)));
    }

    @Test
    void a_closed_day_says_which_and_why() {
        assertThat(why(agenda(HOUSE), VisitRequest.of(NAILS), "2026-03-15T10:00"))
                .isEqualTo(closed("2026-03-15", new ClosedBecause.Weekday(DayOfWeek.SUNDAY)));
        assertThat(why(agenda(HOUSE), VisitRequest.of(NAILS), "2026-05-08T10:00"))
                .isEqualTo(closed("2026-05-08", new ClosedBecause.Holiday(PublicHoliday.VICTORY_1945)));
        assertThat(why(agenda(HOUSE), VisitRequest.of(NAILS), "2026-03-13T13:00"))
                .isEqualTo(closed(
                        "2026-03-13",
                        new ClosedBecause.OutsideHours(
                                List.of(TimeRange.parse("09:30-12:30"), TimeRange.parse("14:00-19:00")))));
    }

    @Test
    void an_exceptional_closing_says_its_own_words() {
        var hours = HOURS.except(HoursException.closing(Span.day(LocalDate.of(2026, 3, 13)), "formation"));
        var business = Business.of(hours, SERVICES, Staffing.team(LEA), RULES);

        assertThat(why(agenda(business), VisitRequest.of(NAILS), "2026-03-13T10:00"))
                .isEqualTo(closed("2026-03-13", new ClosedBecause.ExceptionalClosing("formation")));
    }

    @Test
    void what_would_go_on_after_lunch_or_closing_does_not_fit() {
        assertThat(why(agenda(HOUSE), VisitRequest.of(MASSAGE), "2026-03-13T12:00"))
                .isEqualTo(new Refusal.DoesNotFit(at("2026-03-13T12:30")));
        assertThat(why(agenda(HOUSE), VisitRequest.of(MASSAGE), "2026-03-13T18:15"))
                .isEqualTo(new Refusal.DoesNotFit(at("2026-03-13T19:00")));
    }

    @Test
    void what_would_go_on_after_the_practitioner_leaves_does_not_fit() {
        var sophie = SOPHIE.working(WeeklyHours.none().on(DayOfWeek.FRIDAY, "14:00-17:00"));

        assertThat(why(agenda(staffedBy(sophie)), VisitRequest.of(MASSAGE), "2026-03-13T16:30"))
                .isEqualTo(new Refusal.DoesNotFit(at("2026-03-13T17:00")));
    }

    @Test
    void past_too_soon_and_too_far_are_told_apart() {
        assertThat(why(agenda(HOUSE), VisitRequest.of(NAILS), "2026-03-10T10:00"))
                .isEqualTo(new Refusal.Past());
        assertThat(why(agenda(HOUSE), VisitRequest.of(NAILS), "2026-03-10T11:00"))
                .isEqualTo(new Refusal.TooSoon(at("2026-03-10T11:15")));
        assertThat(why(agenda(HOUSE), VisitRequest.of(NAILS), "2026-05-12T10:00"))
                .isEqualTo(new Refusal.TooFar(LocalDate.of(2026, 5, 9)));
        assertThat(check(agenda(HOUSE), VisitRequest.of(NAILS), "2026-05-09T10:00"))
                .isInstanceOf(Verdict.Free.class);
    }

    @Test
    void a_service_without_anybody_is_named() {
        assertThat(why(agenda(HOUSE), VisitRequest.of(NAILS, TATTOO), "2026-03-13T10:00"))
                .isEqualTo(new Refusal.NobodyDoesIt(List.of(TATTOO)));
        assertThat(why(agenda(staffedBy(INES, SOPHIE)), VisitRequest.of(NAILS, MASSAGE), "2026-03-13T10:00"))
                .isEqualTo(new Refusal.NobodyDoesAll(List.of(NAILS, MASSAGE)));
    }

    @Test
    void who_is_wanted_for_what_they_do_not_do_is_told_with_those_who_do() {
        var refused = refused(agenda(HOUSE), VisitRequest.of(MASSAGE).with(INES_ID), "2026-03-13T10:00");

        assertThat(refused.why()).isEqualTo(new Refusal.NotTheirs(INES_ID, List.of(LEA_ID, SOPHIE_ID)));
        assertThat(refused.nearest().withSomeoneElse())
                .get()
                .extracting(Slot::resource)
                .isEqualTo(Resource.practitioner(LEA_ID));
    }

    @Test
    void who_is_not_at_work_is_away() {
        var ines = INES.absent(Span.day(LocalDate.of(2026, 3, 13)), "congé");
        var refused =
                refused(agenda(staffedBy(LEA, ines)), VisitRequest.of(NAILS).with(INES_ID), "2026-03-13T10:00");

        assertThat(refused.why()).isEqualTo(new Refusal.Away(List.of(INES_ID)));
        assertThat(refused.nearest().withSomeoneElse())
                .get()
                .extracting(Slot::resource)
                .isEqualTo(Resource.practitioner(LEA_ID));
        assertThat(startsOf(refused.nearest().before())).containsExactly("2026-03-12T18:15", "2026-03-12T18:00");
        assertThat(startsOf(refused.nearest().after())).containsExactly("2026-03-14T09:00", "2026-03-14T09:15");
    }

    @Test
    void what_is_taken_comes_with_the_nearest_free_times_on_both_sides() {
        var agenda = agenda(
                staffedBy(LEA),
                booking(LEA_ID, "2026-03-13T10:00", "2026-03-13T11:20"),
                booking(LEA_ID, "2026-03-13T14:00", "2026-03-13T15:00"));
        var refused = refused(agenda, VisitRequest.of(BROWS), "2026-03-13T10:30");

        assertThat(refused.why()).isEqualTo(new Refusal.Taken());
        assertThat(startsOf(refused.nearest().before())).containsExactly("2026-03-13T09:45", "2026-03-13T09:30");
        assertThat(startsOf(refused.nearest().after())).containsExactly("2026-03-13T11:20", "2026-03-13T11:30");
        assertThat(refused.nearest().withSomeoneElse()).isEmpty();
    }

    @Test
    void the_nearest_free_time_may_be_weeks_away() {
        var lea = LEA.absent(Span.days(LocalDate.of(2026, 3, 12), LocalDate.of(2026, 4, 18)), "congé");
        var refused = refused(agenda(staffedBy(lea)), VisitRequest.of(BROWS), "2026-04-10T10:00");

        assertThat(startsOf(refused.nearest().before())).containsExactly("2026-03-11T18:45", "2026-03-11T18:30");
        assertThat(startsOf(refused.nearest().after())).containsExactly("2026-04-21T09:30", "2026-04-21T09:45");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 14, 15, 16, 21, 22})
    void no_day_is_overlooked_on_the_way_to_the_nearest_free_time(int daysAway) {
        var asked = LocalDate.of(2026, 4, 5);
        var hours = OpeningHours.of(WeeklyHours.none(), HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE))
                .except(
                        HoursException.opening(Span.part(asked.minusDays(daysAway), MORNING), "permanence"),
                        HoursException.opening(Span.part(asked.plusDays(daysAway), MORNING), "permanence"));
        var nearest = refused(
                        agenda(Business.of(hours, SERVICES, Staffing.team(LEA), RULES)),
                        VisitRequest.of(BROWS),
                        asked + "T10:00")
                .nearest();

        assertThat(startsOf(nearest.before())).startsWith(asked.minusDays(daysAway) + "T09:45");
        assertThat(startsOf(nearest.after())).startsWith(asked.plusDays(daysAway) + "T09:00");
    }

    @Test
    void beyond_the_bounds_the_nearest_free_time_is_at_the_bound() {
        var past = refused(agenda(HOUSE), VisitRequest.of(BROWS), "2025-03-13T10:00")
                .nearest();
        var far = refused(agenda(HOUSE), VisitRequest.of(BROWS), "2030-03-13T10:00")
                .nearest();

        assertThat(past.before()).isEmpty();
        assertThat(startsOf(past.after())).containsExactly("2026-03-10T11:15", "2026-03-10T11:30");
        assertThat(startsOf(far.before())).containsExactly("2026-05-09T16:45", "2026-05-09T16:30");
        assertThat(far.after()).isEmpty();
    }

    @Test
    void a_free_minute_off_the_grid_is_granted_unless_the_grid_is_strict() {
        var strict = HOUSE.under(RULES.on(Grid.onlyEvery(Duration.ofMinutes(15))));

        assertThat(check(agenda(HOUSE), VisitRequest.of(BROWS), "2026-03-13T14:10"))
                .isInstanceOf(Verdict.Free.class);
        assertThat(why(agenda(strict), VisitRequest.of(BROWS), "2026-03-13T14:10"))
                .isEqualTo(new Refusal.OffGrid(Duration.ofMinutes(15)));
        assertThat(check(agenda(strict), VisitRequest.of(BROWS), "2026-03-13T14:15"))
                .isInstanceOf(Verdict.Free.class);
    }

    @Test
    void a_slot_that_was_proposed_beside_a_hold_stays_good_when_the_hold_is_gone() {
        var hold = new Engagement.Hold(
                new EngagementId("paul"),
                Resource.practitioner(LEA_ID),
                period("2026-03-13T09:30", "2026-03-13T10:20"),
                NOW.plusSeconds(300));
        var agenda = agenda(staffedBy(LEA), hold);
        var proposed = agenda.asOf(NOW)
                .freeSlots(VisitRequest.of(BROWS), at("2026-03-13T09:30"), at("2026-03-13T12:00"), 1)
                .getFirst();

        assertThat(startsOf(List.of(proposed))).containsExactly("2026-03-13T10:20");
        assertThat(agenda.asOf(NOW.plusSeconds(301)).check(VisitRequest.of(BROWS), proposed.start()))
                .isEqualTo(new Verdict.Free(proposed));
    }

    @Test
    void one_who_moves_their_booking_may_overlap_it() {
        var own = booking(LEA_ID, "2026-03-13T10:00", "2026-03-13T11:00");
        var agenda = agenda(staffedBy(LEA), own);

        assertThat(why(agenda, VisitRequest.of(NAILS), "2026-03-13T10:30")).isEqualTo(new Refusal.Taken());
        assertThat(check(agenda.without(own.id()), VisitRequest.of(NAILS), "2026-03-13T10:30"))
                .isInstanceOf(Verdict.Free.class);
    }

    @Test
    void a_time_that_spring_skips_does_not_exist_and_one_that_autumn_repeats_exists_twice() {
        var night = OpeningHours.of(
                WeeklyHours.none().on(DayOfWeek.SUNDAY, "00:00-06:00"),
                HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE));
        var business = Business.of(night, SERVICES, Staffing.team(LEA), RULES.lifted());
        var availability = agenda(business).asOf(NOW);
        var skipped = LocalDateTime.parse("2026-03-29T02:30");
        var repeated = LocalDateTime.parse("2026-10-25T02:30");

        assertThat(availability.check(VisitRequest.of(BROWS), skipped))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.why()).isEqualTo(new Refusal.NoSuchTime(skipped));
                    assertThat(startsOf(refused.nearest().before())).startsWith("2026-03-29T03:15");
                });
        assertThat(availability.check(VisitRequest.of(BROWS), repeated))
                .isInstanceOfSatisfying(
                        Verdict.Free.class,
                        free -> assertThat(free.slot().start()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z")));
        var firstTaken = new Engagement.Booking(
                new EngagementId("paul"),
                Resource.practitioner(LEA_ID),
                new Period(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T01:00:00Z")));
        assertThat(agenda(business, firstTaken).asOf(NOW).check(VisitRequest.of(BROWS), repeated))
                .isInstanceOfSatisfying(
                        Verdict.Free.class,
                        free -> assertThat(free.slot().start()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z")));
    }

    @Test
    void a_visit_that_is_all_night_long_may_go_over_midnight() {
        var night = OpeningHours.of(
                WeeklyHours.none().on(DayOfWeek.FRIDAY, "20:00-24:00").on(DayOfWeek.SATURDAY, "00:00-02:00"),
                HolidayRule.closedOnAllOf(HolidayRegion.METROPOLE));
        var business = Business.of(night, SERVICES, Staffing.team(LEA), RULES);

        assertThat(check(agenda(business), VisitRequest.of(MASSAGE), "2026-03-13T23:30"))
                .isInstanceOf(Verdict.Free.class);
        assertThat(why(agenda(business), VisitRequest.of(MASSAGE), "2026-03-14T01:30"))
                .isEqualTo(new Refusal.DoesNotFit(at("2026-03-14T02:00")));
    }

    @Test
    void a_start_between_two_minutes_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agenda(HOUSE).asOf(NOW).check(VisitRequest.of(BROWS), NOW.plusSeconds(1)));
    }

    private static Period period(String from, String to) {
        return new Period(at(from), at(to));
    }

    private static Refusal closed(String day, ClosedBecause why) {
        return new Refusal.Closed(LocalDate.parse(day), why);
    }

    private static Refusal why(Agenda agenda, VisitRequest request, String start) {
        return refused(agenda, request, start).why();
    }

    private static Verdict.Refused refused(Agenda agenda, VisitRequest request, String start) {
        var verdict = check(agenda, request, start);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return (Verdict.Refused) verdict;
    }

    private static Verdict check(Agenda agenda, VisitRequest request, String start) {
        return agenda.asOf(NOW).check(request, at(start));
    }
}
