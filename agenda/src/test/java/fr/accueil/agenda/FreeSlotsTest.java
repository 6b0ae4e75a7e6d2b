package fr.accueil.agenda;

import static fr.accueil.agenda.Camelia.BROWS;
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
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.Span;
import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Period;
import fr.accueil.agenda.time.TimeRange;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeSlotsTest {

    private static final LocalDate FRIDAY_13 = LocalDate.of(2026, 3, 13);

    private static final OpeningHours ALWAYS_OPEN = OpeningHours.of(
            WeeklyHours.none().from(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-24:00"),
            HolidayRule.openOnAllOf(HolidayRegion.METROPOLE));

    @Test
    void slots_stand_on_the_grid_and_end_before_lunch_and_closing() {
        var slots = agenda(staffedBy(LEA))
                .asOf(NOW)
                .freeSlots(VisitRequest.of(MASSAGE), day(FRIDAY_13), Wish.anytime(), 99);

        assertThat(startsOf(slots))
                .startsWith("2026-03-13T09:30", "2026-03-13T09:45")
                .contains("2026-03-13T11:30", "2026-03-13T14:00")
                .doesNotContain("2026-03-13T11:45", "2026-03-13T13:00")
                .endsWith("2026-03-13T18:00")
                .isSorted();
    }

    @Test
    void the_end_of_a_visit_is_a_start_so_that_no_hole_stays() {
        var slots = agenda(staffedBy(LEA), booking(LEA_ID, "2026-03-13T09:30", "2026-03-13T10:20"))
                .asOf(NOW)
                .freeSlots(VisitRequest.of(BROWS), day(FRIDAY_13), Wish.anytime(), 3);

        assertThat(startsOf(slots)).containsExactly("2026-03-13T10:20", "2026-03-13T10:30", "2026-03-13T10:45");
    }

    @Test
    void the_buffer_keeps_the_next_visit_away_but_may_run_into_lunch() {
        var slots = agenda(staffedBy(LEA), booking(LEA_ID, "2026-03-13T11:00", "2026-03-13T11:15"))
                .asOf(NOW)
                .freeSlots(VisitRequest.of(MASSAGE), day(FRIDAY_13), Wish.in(DayPart.MORNING), 99);

        assertThat(startsOf(slots))
                .containsExactly("2026-03-13T09:30", "2026-03-13T09:45", "2026-03-13T11:15", "2026-03-13T11:30");
        assertThat(slots.getFirst().occupied().length()).isEqualTo(Duration.ofMinutes(75));
        assertThat(slots.getFirst().visit().length()).isEqualTo(Duration.ofMinutes(60));
    }

    @Test
    void several_services_are_one_visit_of_their_total_duration_and_the_longest_buffer() {
        var slot = agenda(staffedBy(LEA))
                .asOf(NOW)
                .freeSlots(VisitRequest.of(NAILS, BROWS, MASSAGE), day(FRIDAY_13), Wish.anytime(), 1)
                .getFirst();

        assertThat(slot.visit().length()).isEqualTo(Duration.ofMinutes(115));
        assertThat(slot.occupied().length()).isEqualTo(Duration.ofMinutes(130));
        assertThat(slot.resource()).isEqualTo(Resource.practitioner(LEA_ID));
    }

    @Test
    void nobody_is_proposed_who_does_not_do_it_is_away_or_has_the_day_off() {
        var sophie = SOPHIE.working(WeeklyHours.none().on(DayOfWeek.FRIDAY, "10:00-12:00"));
        var lea = LEA.absent(Span.part(FRIDAY_13, TimeRange.parse("09:00-14:00")), "dentiste");

        var slots = agenda(staffedBy(lea, INES, sophie))
                .asOf(NOW)
                .freeSlots(VisitRequest.of(MASSAGE), day(FRIDAY_13), Wish.anytime(), 7);

        assertThat(startsOf(slots))
                .containsExactly(
                        "2026-03-13T10:00",
                        "2026-03-13T10:15",
                        "2026-03-13T10:30",
                        "2026-03-13T10:45",
                        "2026-03-13T11:00",
                        "2026-03-13T14:00",
                        "2026-03-13T14:15");
        assertThat(slots.subList(0, 5)).extracting(Slot::resource).containsOnly(Resource.practitioner(SOPHIE_ID));
        assertThat(slots.subList(5, 7)).extracting(Slot::resource).containsOnly(Resource.practitioner(LEA_ID));
    }

    @Test
    void the_one_with_the_least_work_that_day_is_proposed_and_of_equals_the_first() {
        var request = VisitRequest.of(NAILS);
        var friday = day(FRIDAY_13);

        assertThat(agenda(staffedBy(LEA, INES)).asOf(NOW).freeSlots(request, friday, Wish.anytime(), 1))
                .extracting(Slot::resource)
                .containsExactly(Resource.practitioner(LEA_ID));
        assertThat(agenda(
                                staffedBy(LEA, INES),
                                booking(LEA_ID, "2026-03-13T16:00", "2026-03-13T17:00"),
                                booking(INES_ID, "2026-03-12T09:30", "2026-03-12T12:30"))
                        .asOf(NOW)
                        .freeSlots(request, friday, Wish.anytime(), 1))
                .extracting(Slot::resource)
                .containsExactly(Resource.practitioner(INES_ID));
    }

    @Test
    void whom_the_customer_wants_is_whom_they_get() {
        var slots = agenda(staffedBy(LEA, INES), booking(INES_ID, "2026-03-13T09:30", "2026-03-13T12:30"))
                .asOf(NOW)
                .freeSlots(VisitRequest.of(NAILS).with(INES_ID), day(FRIDAY_13), Wish.anytime(), 1);

        assertThat(startsOf(slots)).containsExactly("2026-03-13T14:00");
    }

    @Test
    void where_nobody_is_named_there_are_as_many_visits_as_seats() {
        var request = VisitRequest.of(BROWS);
        var seats = with(Staffing.seats(2));
        var one = booking(Resource.seat(1), "2026-03-13T09:30", "2026-03-13T12:30");
        var two = booking(Resource.seat(2), "2026-03-13T09:30", "2026-03-13T11:00");

        assertThat(agenda(seats, one).asOf(NOW).freeSlots(request, day(FRIDAY_13), Wish.anytime(), 1))
                .extracting(Slot::resource)
                .containsExactly(Resource.seat(2));
        assertThat(startsOf(agenda(seats, one, two).asOf(NOW).freeSlots(request, day(FRIDAY_13), Wish.anytime(), 1)))
                .containsExactly("2026-03-13T11:00");
    }

    @Test
    void a_visit_takes_the_seat_whose_free_time_it_fills_best() {
        var seats = with(Staffing.seats(2));
        var slots = agenda(
                        seats,
                        booking(Resource.seat(1), "2026-03-13T09:30", "2026-03-13T10:00"),
                        booking(Resource.seat(2), "2026-03-13T09:30", "2026-03-13T10:30"))
                .asOf(NOW)
                .freeSlots(VisitRequest.of(BROWS), at("2026-03-13T10:30"), at("2026-03-13T11:00"), 1);

        assertThat(slots).extracting(Slot::resource).containsExactly(Resource.seat(2));
    }

    @Test
    void seats_without_end_cost_nothing() {
        var slots = agenda(
                        with(Staffing.seats(Integer.MAX_VALUE)),
                        booking(Resource.seat(1), "2026-03-13T09:30", "2026-03-13T19:00"))
                .asOf(NOW)
                .freeSlots(VisitRequest.of(BROWS), day(FRIDAY_13), Wish.anytime(), 1);

        assertThat(slots).extracting(Slot::resource).containsExactly(Resource.seat(2));
    }

    @Test
    void a_hold_keeps_its_time_until_it_expires() {
        var request = VisitRequest.of(BROWS);
        var free = agenda(staffedBy(LEA));
        var slot = free.asOf(NOW)
                .freeSlots(request, day(FRIDAY_13), Wish.anytime(), 1)
                .getFirst();
        var held = free.with(slot.heldUntil(NOW.plusSeconds(600), new EngagementId("marie")));

        assertThat(startsOf(held.asOf(NOW.plusSeconds(599)).freeSlots(request, day(FRIDAY_13), Wish.anytime(), 1)))
                .containsExactly("2026-03-13T09:45");
        assertThat(held.asOf(NOW.plusSeconds(600)).freeSlots(request, day(FRIDAY_13), Wish.anytime(), 1))
                .containsExactly(slot);
        assertThat(held.without(new EngagementId("marie"))
                        .asOf(NOW)
                        .freeSlots(request, day(FRIDAY_13), Wish.anytime(), 1))
                .containsExactly(slot);
    }

    @Test
    void nothing_is_proposed_before_the_lead_time_or_after_the_horizon() {
        var availability = agenda(staffedBy(LEA)).asOf(NOW);
        var request = VisitRequest.of(BROWS);

        assertThat(startsOf(availability.freeSlots(request, at("2026-01-01T00:00"), at("2027-01-01T00:00"), 1)))
                .containsExactly("2026-03-10T11:15");
        assertThat(startsOf(availability.freeSlots(request, at("2026-05-09T00:00"), at("2027-01-01T00:00"), 999)))
                .endsWith("2026-05-09T16:45");
    }

    @Test
    void the_team_may_book_at_once() {
        var byHand = agenda(staffedBy(LEA).under(RULES.lifted())).asOf(NOW);

        assertThat(startsOf(byHand.freeSlots(VisitRequest.of(BROWS), NOW, at("2026-03-10T12:00"), 1)))
                .containsExactly("2026-03-10T10:15");
    }

    @Test
    void a_wish_for_a_part_of_the_day_or_an_interval_is_granted() {
        var availability = agenda(staffedBy(LEA)).asOf(NOW);
        var week = DateRange.of(FRIDAY_13, FRIDAY_13.plusDays(7));
        var nails = VisitRequest.of(NAILS);

        assertThat(startsOf(availability.freeSlots(nails, week, Wish.in(DayPart.AFTERNOON), 1)))
                .containsExactly("2026-03-13T14:00");
        assertThat(startsOf(availability.freeSlots(nails, week, Wish.in(DayPart.NOON), 1)))
                .containsExactly("2026-03-14T12:00");
        assertThat(startsOf(availability.freeSlots(nails, week, Wish.in(DayPart.EVENING), 1)))
                .containsExactly("2026-03-13T17:00");
        assertThat(startsOf(availability.freeSlots(nails, week, Wish.from(LocalTime.of(18, 10)), 2)))
                .containsExactly("2026-03-13T18:15", "2026-03-17T18:15");
        assertThat(startsOf(availability.freeSlots(
                        nails,
                        week,
                        Wish.between(LocalTime.of(14, 0), LocalTime.of(16, 0)).on(DayOfWeek.SATURDAY),
                        99)))
                .startsWith("2026-03-14T14:00")
                .endsWith("2026-03-14T15:45");
        assertThat(startsOf(availability.freeSlots(nails, week, Wish.before(LocalTime.of(9, 30)), 99)))
                .containsExactly("2026-03-14T09:00", "2026-03-14T09:15");
    }

    @Test
    void nothing_is_proposed_that_nobody_does() {
        assertThat(agenda(staffedBy(LEA))
                        .asOf(NOW)
                        .freeSlots(VisitRequest.of(TATTOO), day(FRIDAY_13), Wish.anytime(), 1))
                .isEmpty();
    }

    @Test
    void the_grid_is_a_setting_and_an_opening_that_is_off_it_is_a_start() {
        var business = staffedBy(LEA.working(WeeklyHours.none().on(DayOfWeek.FRIDAY, "09:40-12:00")))
                .under(RULES.on(Grid.every(Duration.ofMinutes(30))));

        assertThat(startsOf(agenda(business)
                        .asOf(NOW)
                        .freeSlots(VisitRequest.of(BROWS), day(FRIDAY_13), Wish.anytime(), 3)))
                .containsExactly("2026-03-13T09:40", "2026-03-13T10:00", "2026-03-13T10:30");
    }

    @Test
    void free_time_that_begins_between_two_minutes_is_proposed_from_the_next() {
        var untilJustAfterTheMinute = new Engagement.Booking(
                new EngagementId("paul"),
                Resource.practitioner(LEA_ID),
                new Period(at("2026-03-13T09:30"), at("2026-03-13T10:20").plusNanos(1)));

        assertThat(startsOf(agenda(staffedBy(LEA), untilJustAfterTheMinute)
                        .asOf(NOW)
                        .freeSlots(VisitRequest.of(BROWS), day(FRIDAY_13), Wish.anytime(), 1)))
                .containsExactly("2026-03-13T10:21");
    }

    @Test
    void the_grid_is_the_wall_clocks_also_when_it_is_put_forward() {
        var business =
                Business.of(ALWAYS_OPEN, SERVICES, Staffing.team(LEA), RULES.on(Grid.every(Duration.ofMinutes(45))));
        var slots = agenda(business)
                .asOf(NOW)
                .freeSlots(VisitRequest.of(BROWS), at("2026-03-29T00:00"), at("2026-03-29T05:00"), 99);

        assertThat(startsOf(slots))
                .containsExactly(
                        "2026-03-29T00:00",
                        "2026-03-29T00:45",
                        "2026-03-29T01:30",
                        "2026-03-29T03:00",
                        "2026-03-29T03:45",
                        "2026-03-29T04:30");
    }

    @Test
    void who_takes_a_visit_does_not_depend_on_which_days_are_looked_at() {
        var business = Business.of(ALWAYS_OPEN, SERVICES, Staffing.seats(2), RULES);
        var agenda = agenda(
                business,
                booking(Resource.seat(1), "2026-03-12T09:00", "2026-03-12T10:00"),
                booking(Resource.seat(2), "2026-03-12T19:00", "2026-03-12T20:00"));
        var fromThatDay = agenda.asOf(NOW).freeSlots(VisitRequest.of(BROWS), day(FRIDAY_13), Wish.anytime(), 1);
        var fromTheDayBefore =
                agenda.asOf(NOW).freeSlots(VisitRequest.of(BROWS), at("2026-03-12T23:50"), at("2026-03-14T00:00"), 1);

        assertThat(fromThatDay).extracting(Slot::resource).containsExactly(Resource.seat(2));
        assertThat(fromTheDayBefore).isEqualTo(fromThatDay);
    }

    @Test
    void a_question_for_no_slot_is_refused() {
        var availability = agenda(staffedBy(LEA)).asOf(NOW);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> availability.freeSlots(VisitRequest.of(BROWS), NOW, NOW.plusSeconds(60), 0));
        assertThat(availability.freeSlots(VisitRequest.of(BROWS), NOW, NOW, 1)).isEqualTo(List.of());
    }

    private static DateRange day(LocalDate day) {
        return DateRange.of(day);
    }
}
