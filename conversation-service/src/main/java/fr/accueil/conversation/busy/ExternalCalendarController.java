package fr.accueil.conversation.busy;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.CalendarId;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Calendars that the business keeps elsewhere, and what they take of its agenda.
@RestController
class ExternalCalendarController {

    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";

    private final TenantTransaction transaction;
    private final ExternalCalendars calendars;
    private final SubscribeToCalendar subscribe;
    private final RefreshCalendar refresh;
    private final Clock clock;

    ExternalCalendarController(
            TenantTransaction transaction,
            ExternalCalendars calendars,
            SubscribeToCalendar subscribe,
            RefreshCalendar refresh,
            Clock clock) {
        this.transaction = transaction;
        this.calendars = calendars;
        this.subscribe = subscribe;
        this.refresh = refresh;
        this.clock = clock;
    }

    @Operation(
            operationId = "listExternalCalendars",
            summary = "The calendars elsewhere whose busy times block the agenda, without their addresses")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/external-calendars")
    Mono<ExternalCalendarPage> list(Member member) {
        return transaction
                .inMany(member.tenant(), calendars.findAll())
                .map(it -> ExternalCalendarView.of(it, clock.instant()))
                .collectList()
                .map(ExternalCalendarPage::new);
    }

    @Operation(
            operationId = "addExternalCalendar",
            summary = "Subscribes to a calendar elsewhere, once it could be read",
            description = "The same Idempotency-Key gives the same calendar, however often it is sent.")
    @Needs(Right.MANAGE_AGENDA)
    @PostMapping("/api/external-calendars")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ExternalCalendarView> add(
            Member member,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid ExternalCalendarRequest request) {
        return subscribe.add(member, request, key).map(it -> ExternalCalendarView.of(it, clock.instant()));
    }

    @Operation(
            operationId = "readExternalCalendar",
            summary = "Reads a calendar elsewhere at once",
            description = "The answer says whether it could be; what it said before holds while it cannot.")
    @Needs(Right.MANAGE_AGENDA)
    @PostMapping("/api/external-calendars/{id}/read")
    Mono<ExternalCalendarView> read(Member member, @PathVariable CalendarId id) {
        return refresh.refresh(member.tenant(), id, Mono.empty())
                .switchIfEmpty(Mono.error(ExternalCalendarUnknown::new))
                .map(it -> ExternalCalendarView.of(it, clock.instant()));
    }

    @Operation(
            operationId = "removeExternalCalendar",
            summary = "Leaves a calendar elsewhere: what it took is free again")
    @Needs(Right.MANAGE_AGENDA)
    @DeleteMapping("/api/external-calendars/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(Member member, @PathVariable CalendarId id) {
        return subscribe.remove(member, id);
    }

    @Operation(
            operationId = "listBusyTimes",
            summary = "What calendars elsewhere take of the agenda between two instants, earliest first")
    @Needs(Right.HANDLE_BOOKINGS)
    @GetMapping("/api/busy-times")
    Mono<BusyTimePage> busy(
            Member member,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return transaction
                .inMany(member.tenant(), calendars.findAll())
                .concatMapIterable(calendar -> calendar.busy().stream()
                        .filter(it -> (to == null || it.start().isBefore(to))
                                && (from == null || it.end().isAfter(from)))
                        .map(it -> new BusyTime(
                                calendar.id(), calendar.name(), calendar.practitioner(), it.start(), it.end()))
                        .toList())
                .sort(Comparator.comparing(BusyTime::start))
                .collectList()
                .map(BusyTimePage::new);
    }
}
