package fr.accueil.agenda.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.Engagement;
import fr.accueil.agenda.Resource;
import fr.accueil.agenda.Verdict;
import fr.accueil.agenda.time.Period;
import fr.accueil.events.BookingId;
import fr.accueil.events.CalendarId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.BookingRules;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FromWorkspaceTest {

    private static final TenantId TENANT = TenantId.of("4b6d3c1e-0d5b-5b0a-9a51-2f1c7e8d9a10");
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");

    @Test
    void the_golden_events_make_an_agenda() throws IOException {
        var hours = golden("hours-saved", HoursSaved.class);
        var service = golden("service-saved", ServiceSaved.class);
        var request = FromWorkspace.request(
                List.of(service.service()), hours.practitioners().getFirst().practitioner());
        var possible = Agenda.of(FromWorkspace.business(hours, List.of(service)), List.of())
                .asOf(NOW);

        var onTuesday = possible.check(request, LocalDateTime.parse("2026-03-24T14:00"));
        var inTraining = possible.check(request, LocalDateTime.parse("2026-03-17T14:00"));

        assertThat(onTuesday).isInstanceOfSatisfying(Verdict.Free.class, free -> {
            assertThat(free.slot().start()).isEqualTo("2026-03-24T13:00:00Z");
            assertThat(free.slot().occupied().end()).isEqualTo("2026-03-24T14:10:00Z");
            assertThat(FromWorkspace.practitioner(free.slot()))
                    .isEqualTo(hours.practitioners().getFirst().practitioner());
        });
        assertThat(reason(inTraining)).isEqualTo("away");
        assertThat(reason(possible.check(request, LocalDateTime.parse("2026-03-25T14:00"))))
                .isEqualTo("closed");
        assertThat(reason(possible.check(request, LocalDateTime.parse("2026-03-24T13:00"))))
                .isEqualTo("outside_hours");
    }

    @Test
    void what_is_held_or_booked_takes_its_practitioner() throws IOException {
        var held = golden("booking-saved", BookingSaved.class);

        assertThat(FromWorkspace.engagement(held))
                .isInstanceOfSatisfying(
                        Engagement.Hold.class,
                        hold -> assertThat(hold.expiresAt()).isEqualTo("2026-03-10T09:25:00Z"));
    }

    @Test
    void where_no_practitioner_is_named_seats_count() {
        var service = service(true);
        var hours = hours("METROPOLE", 2);
        var business = FromWorkspace.business(hours, List.of(service));
        var start = Instant.parse("2026-03-16T09:00:00Z");
        var request = FromWorkspace.request(List.of(service.service()), null);

        var one = Agenda.of(business, List.of(FromWorkspace.engagement(booked(service, 1, start))));
        var both = one.with(FromWorkspace.engagement(booked(service, 2, start)));

        assertThat(one.asOf(NOW).check(request, start)).isInstanceOfSatisfying(Verdict.Free.class, free -> {
            assertThat(FromWorkspace.seat(free.slot())).isEqualTo(2);
            assertThat(FromWorkspace.practitioner(free.slot())).isNull();
        });
        assertThat(reason(both.asOf(NOW).check(request, start))).isEqualTo(RefusalReason.TAKEN);
    }

    @Test
    void a_calendar_elsewhere_takes_the_whole_house_or_whose_it_is_and_of_who_has_left_nothing() throws IOException {
        var two = hours("METROPOLE", 2);
        var team = golden("hours-saved", HoursSaved.class);
        var someone = team.practitioners().getFirst().practitioner();
        var left = PractitionerId.of(UUID.randomUUID());

        assertThat(FromWorkspace.engagements(busy(null), two))
                .extracting(Engagement::resource)
                .containsExactly(Resource.seat(1), Resource.seat(2));
        assertThat(FromWorkspace.engagements(busy(null), team))
                .hasSameSizeAs(team.practitioners())
                .allSatisfy(it -> assertThat(it.occupied()).isEqualTo(new Period(NOW, NOW.plusSeconds(3600))));
        assertThat(FromWorkspace.engagements(busy(someone), team))
                .extracting(Engagement::resource)
                .containsExactly(Resource.practitioner(FromWorkspace.id(someone)));
        assertThat(FromWorkspace.engagements(busy(left), team)).isEmpty();
        assertThat(FromWorkspace.engagements(busy(someone), two)).isEmpty();
    }

    @Test
    void what_cannot_be_booked_has_nobody() {
        var service = service(false);
        var business = FromWorkspace.business(hours("METROPOLE", 1), List.of(service));
        var request = FromWorkspace.request(List.of(service.service()), null);

        var verdict = Agenda.of(business, List.of()).asOf(NOW).check(request, Instant.parse("2026-03-16T09:00:00Z"));

        assertThat(reason(verdict)).isEqualTo("nobody_does_it");
    }

    @Test
    void an_unknown_region_is_refused() {
        assertThatThrownBy(() -> FromWorkspace.openingHours(hours("ATLANTIS", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Free _ -> "free";
            case Verdict.Refused refused -> RefusalReason.of(refused.why());
        };
    }

    private static BusySaved busy(@Nullable PractitionerId practitioner) {
        return new BusySaved(
                CalendarId.of(UUID.randomUUID()),
                TENANT,
                practitioner,
                List.of(new BusyPeriod(NOW, NOW.plusSeconds(3600))));
    }

    private static ServiceSaved service(boolean bookable) {
        return new ServiceSaved(
                new ServiceId(UUID.randomUUID()), TENANT, "Dépannage", List.of(), 60, 0, null, false, bookable, 1);
    }

    private static HoursSaved hours(String region, int seats) {
        return new HoursSaved(
                TENANT,
                region,
                List.of(),
                List.of(new DayPeriods(DayOfWeek.MONDAY, List.of("08:00-12:00", "14:00-18:00"))),
                List.of(),
                List.of(),
                seats,
                new BookingRules(0, 60, 30, false));
    }

    private static BookingSaved booked(ServiceSaved service, int seat, Instant start) {
        return new BookingSaved(
                new BookingId(UUID.randomUUID()),
                TENANT,
                null,
                List.of(service.service()),
                null,
                seat,
                start,
                start.plusSeconds(3600),
                start.plusSeconds(3600),
                null);
    }

    private static <E> E golden(String name, Class<E> type) throws IOException {
        try (var in = FromWorkspaceTest.class.getResourceAsStream("/golden/%s.json".formatted(name))) {
            return type.cast(Wire.read(in.readAllBytes()).data());
        }
    }
}
