package fr.accueil.conversation.calendar;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.booking.ListBookings;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The agenda at a secret address, for calendars that cannot sign in.
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration BEHIND = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(732);

    private final TenantTransaction transaction;
    private final CalendarSecrets secrets;
    private final Tenants tenants;
    private final ListBookings bookings;
    private final AuditLog audit;
    private final Clock clock;

    CalendarController(
            TenantTransaction transaction,
            CalendarSecrets secrets,
            Tenants tenants,
            ListBookings bookings,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.secrets = secrets;
        this.tenants = tenants;
        this.bookings = bookings;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(
            operationId = "makeCalendarAddress",
            summary = "Makes a secret address at which the agenda can be subscribed to, in place of the one before",
            description = "It is shown in this answer and never again.")
    @Needs(Right.MANAGE_AGENDA)
    @PostMapping("/api/calendar/secret")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CalendarAddress> make(Member member) {
        return Mono.fromSupplier(CalendarSecret::fresh)
                .flatMap(secret -> transaction.in(
                        member.tenant(),
                        secrets.save(secret)
                                .then(Mono.defer(() -> audit.record(
                                        member, Action.CALENDAR_ADDRESS_MADE, member.tenant(), "Adresse de l'agenda")))
                                .thenReturn(CalendarAddress.of(secret))));
    }

    @Operation(operationId = "getCalendar", summary = "Since when the agenda has a secret address, if it has one")
    @Needs(Right.MANAGE_AGENDA)
    @GetMapping("/api/calendar")
    Mono<CalendarView> find(Member member) {
        return transaction
                .in(member.tenant(), secrets.findMadeAt())
                .map(CalendarView::new)
                .defaultIfEmpty(new CalendarView(null));
    }

    @Operation(
            operationId = "revokeCalendarAddress",
            summary = "Takes the secret address back: whoever subscribed sees nothing any more")
    @Needs(Right.MANAGE_AGENDA)
    @DeleteMapping("/api/calendar/secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Member member) {
        return transaction.in(
                member.tenant(),
                secrets.delete()
                        .filter(deleted -> deleted)
                        .flatMap(_ -> audit.record(
                                member, Action.CALENDAR_ADDRESS_REVOKED, member.tenant(), "Adresse de l'agenda")));
    }

    @Operation(
            operationId = "subscribeToCalendar",
            summary = "What is booked, as iCalendar; for who knows the secret address, without a token")
    @GetMapping(path = "/api/calendar/{secret}.ics", produces = "text/calendar")
    Mono<ResponseEntity<String>> subscribe(@PathVariable String secret) {
        return secrets.findTenant(new CalendarSecret(secret))
                .switchIfEmpty(Mono.error(CalendarUnknown::new))
                .flatMap(this::write)
                .map(text -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noCache().cachePrivate())
                        .body(text));
    }

    private Mono<String> write(TenantId tenant) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return transaction.in(
                    tenant,
                    tenants.find(tenant)
                            .map(Tenant::name)
                            .zipWhen(_ -> bookings.booked(now.minus(BEHIND), now.plus(AHEAD)), CalendarText::of));
        });
    }
}
