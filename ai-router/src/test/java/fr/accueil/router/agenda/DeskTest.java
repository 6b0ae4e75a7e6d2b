package fr.accueil.router.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.Verdict;
import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.events.BookingId;
import fr.accueil.events.CalendarId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.BookingRules;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.router.flow.AgendaView;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The copy of one business's agenda follows its events, and costs no more than it must.
class DeskTest {

    private static final TenantId CAMELIA = TenantId.of(Ids.next());
    private static final ServiceId NAILS = ServiceId.of(Ids.next());
    private static final ConversationId MARIE = ConversationId.of(Ids.next());
    private static final ConversationId KARIM = ConversationId.of(Ids.next());

    /// A Tuesday, ten in the morning in Paris.
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    private static final Instant AT_TWO = Instant.parse("2026-03-10T13:00:00Z");

    private final Desk desk = new Desk();

    @BeforeEach
    void opens() {
        desk.save(hours("METROPOLE", 1));
        desk.save(nails(60));
    }

    @Test
    void what_is_booked_is_not_free_and_what_is_cancelled_is_free_again() {
        var booking = booked(MARIE, AT_TWO, null);
        assertThat(isFree(AT_TWO)).isTrue();

        desk.save(booking);
        assertThat(isFree(AT_TWO)).isFalse();

        desk.drop(booking.booking());
        assertThat(isFree(AT_TWO)).isTrue();
    }

    @Test
    void what_a_calendar_elsewhere_says_is_busy_is_not_free_however_the_house_is_staffed() {
        var calendar = CalendarId.of(Ids.next());
        desk.save(new BusySaved(calendar, CAMELIA, null, List.of(new BusyPeriod(AT_TWO, AT_TWO.plusSeconds(900)))));
        assertThat(isFree(AT_TWO)).isFalse();

        desk.save(hours("METROPOLE", 3));
        assertThat(isFree(AT_TWO)).isFalse();
        assertThat(isFree(AT_TWO.plusSeconds(3600))).isTrue();

        desk.drop(calendar);
        assertThat(isFree(AT_TWO)).isTrue();
    }

    @Test
    void a_hold_takes_its_slot_until_it_ends() {
        desk.save(booked(MARIE, AT_TWO, NOW.plusSeconds(60)));

        assertThat(isFree(AT_TWO, NOW.plusSeconds(59))).isFalse();
        assertThat(isFree(AT_TWO, NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void a_customer_s_own_bookings_are_those_to_come_that_are_booked_in_order() {
        desk.save(booked(MARIE, AT_TWO.plusSeconds(86_400), null));
        desk.save(booked(MARIE, AT_TWO, null));
        desk.save(booked(MARIE, NOW.minusSeconds(3600), null));
        desk.save(booked(MARIE, AT_TWO.plusSeconds(7200), NOW.plusSeconds(600)));
        desk.save(booked(KARIM, AT_TWO.plusSeconds(3600), null));
        desk.save(booked(null, AT_TWO.plusSeconds(10_800), null));

        assertThat(desk.own(MARIE, NOW))
                .extracting(it -> it.start())
                .containsExactly(AT_TWO, AT_TWO.plusSeconds(86_400));
        assertThat(desk.own(KARIM, NOW)).hasSize(1);
    }

    @Test
    void a_booking_that_moves_to_another_customer_or_time_leaves_nothing_behind() {
        var booking = booked(MARIE, AT_TWO, null);
        desk.save(booking);

        desk.save(booked(booking.booking(), KARIM, AT_TWO.plusSeconds(7200), null));

        assertThat(desk.own(MARIE, NOW)).isEmpty();
        assertThat(desk.own(KARIM, NOW)).hasSize(1);
        assertThat(isFree(AT_TWO)).isTrue();
    }

    @Test
    void a_service_that_changes_changes_the_agenda() {
        desk.save(booked(MARIE, AT_TWO.plusSeconds(3600), null));
        assertThat(isFree(AT_TWO)).isTrue();

        desk.save(nails(90));

        assertThat(isFree(AT_TWO)).isFalse();
    }

    @Test
    void what_no_agenda_can_be_made_of_changes_nothing() {
        assertThatThrownBy(() -> desk.save(hours("ATLANTIS", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.save(hours("METROPOLE", 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.save(nails(0))).isInstanceOf(IllegalArgumentException.class);

        assertThat(isFree(AT_TWO)).isTrue();
    }

    @Test
    void without_hours_there_is_no_agenda() {
        desk.closeForGood();

        assertThat(desk.agenda(NOW)).isEmpty();
        assertThat(desk.house()).isEmpty();
    }

    @Test
    void five_thousand_bookings_are_put_together_once_however_often_they_are_looked_at() {
        for (var hour = 0; hour < 5_000; hour++) {
            desk.save(booked(MARIE, AT_TWO.plusSeconds(3600L * hour), null));
        }
        var agendas = Collections.<Agenda>newSetFromMap(new IdentityHashMap<>());
        for (var look = 0; look < 1_000; look++) {
            agendas.add(desk.agenda(NOW).orElseThrow());
        }

        assertThat(agendas).hasSize(1);
        assertThat(agendas.iterator().next().engagements()).hasSize(5_000);
    }

    @Test
    void a_booking_makes_a_new_agenda_of_the_same_house() {
        var before = desk.agenda(NOW).orElseThrow();

        desk.save(booked(MARIE, AT_TWO, null));

        var after = desk.agenda(NOW).orElseThrow();
        assertThat(after).isNotSameAs(before);
        assertThat(after.business()).isSameAs(before.business());
        assertThat(before.engagements()).isEmpty();
    }

    @Test
    void what_ended_days_ago_is_forgotten() {
        for (var day = 2; day < 500; day++) {
            desk.save(booked(MARIE, NOW.minusSeconds(86_400L * day), null));
        }
        desk.save(booked(MARIE, AT_TWO, null));

        assertThat(desk.agenda(NOW).orElseThrow().engagements()).hasSize(1);
    }

    @Test
    void what_is_taken_meanwhile_is_not_proposed() {
        var known = new AgendaView.Known(
                NOW.atZone(ZoneId.of("Europe/Paris")), desk.agenda(NOW).orElseThrow(), Map.of(), Map.of(), List.of());
        var asked = VisitRequest.of(FromWorkspace.id(NAILS));

        var without = TakenMeanwhile.without(known, asked, AT_TWO);

        assertThat(without.availability(List.of()).check(asked, AT_TWO)).isInstanceOf(Verdict.Refused.class);
        assertThat(without.availability(List.of()).check(asked, AT_TWO.plusSeconds(3600)))
                .isInstanceOf(Verdict.Free.class);
    }

    private boolean isFree(Instant start) {
        return isFree(start, NOW);
    }

    private boolean isFree(Instant start, Instant now) {
        return desk.agenda(now).orElseThrow().asOf(now).check(VisitRequest.of(FromWorkspace.id(NAILS)), start)
                instanceof Verdict.Free;
    }

    private static HoursSaved hours(String region, int seats) {
        return new HoursSaved(
                CAMELIA,
                region,
                List.of(),
                List.of(new DayPeriods(DayOfWeek.TUESDAY, List.of("09:30-19:00"))),
                List.of(),
                List.of(),
                seats,
                new BookingRules(0, 60, 30, false));
    }

    private static ServiceSaved nails(int minutes) {
        return new ServiceSaved(NAILS, CAMELIA, "Pose de vernis", List.of(), minutes, 0, null, false, true, 1);
    }

    private static BookingSaved booked(
            @Nullable ConversationId conversation, Instant start, @Nullable Instant heldUntil) {
        return booked(BookingId.of(Ids.next()), conversation, start, heldUntil);
    }

    private static BookingSaved booked(
            BookingId id, @Nullable ConversationId conversation, Instant start, @Nullable Instant heldUntil) {
        return new BookingSaved(
                id,
                CAMELIA,
                conversation,
                List.of(NAILS),
                null,
                1,
                start,
                start.plusSeconds(3600),
                start.plusSeconds(3600),
                heldUntil);
    }
}
