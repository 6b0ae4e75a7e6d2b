package fr.accueil.conversation.busy;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.hours.Hours;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.CalendarId;
import fr.accueil.events.Ids;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.work.WorkQueue;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// An owner subscribes to a calendar that they keep elsewhere, or leaves it. It is read before it is taken: whoever
/// pasted a wrong address knows at once.
@Component
class SubscribeToCalendar {

    /// Of ids that are computed from who subscribes and their idempotency key.
    private static final UUID NAMESPACE = UUID.fromString("5b0f3a7c-9d14-5e62-8c71-3f2a6d9b0e48");

    private final TenantTransaction transaction;
    private final ExternalCalendars calendars;
    private final FetchCalendar fetch;
    private final ReadCalendar read;
    private final Hours hours;
    private final Tenants tenants;
    private final WorkspaceTopics topics;
    private final WorkQueue work;
    private final AuditLog audit;
    private final Secrets secrets;
    private final ExternalCalendarSettings settings;
    private final Clock clock;

    SubscribeToCalendar(
            TenantTransaction transaction,
            ExternalCalendars calendars,
            FetchCalendar fetch,
            ReadCalendar read,
            Hours hours,
            Tenants tenants,
            WorkspaceTopics topics,
            WorkQueue work,
            AuditLog audit,
            Secrets secrets,
            ExternalCalendarSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.calendars = calendars;
        this.fetch = fetch;
        this.read = read;
        this.hours = hours;
        this.tenants = tenants;
        this.topics = topics;
        this.work = work;
        this.audit = audit;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param key of idempotency: the same person and key give the same calendar, however often it is sent
    /// @throws ExternalCalendarRefused (as an error) when it cannot be read
    Mono<ExternalCalendar> add(Member member, ExternalCalendarRequest request, @Nullable String key) {
        var tenant = member.tenant();
        var id = CalendarId.of(
                key == null
                        ? Ids.next()
                        : Ids.computed(NAMESPACE, "calendar", tenant.toString(), member.subject(), key));
        return transaction.in(tenant, calendars.find(id)).switchIfEmpty(Mono.defer(() -> {
            var address = request.toUri().filter(fetch::isAllowed);
            return address.isEmpty()
                    ? Mono.error(ExternalCalendarRefused.noAddress())
                    : readAndAdd(member, id, request, address.get());
        }));
    }

    private Mono<ExternalCalendar> readAndAdd(
            Member member, CalendarId id, ExternalCalendarRequest request, URI address) {
        var tenant = member.tenant();
        return transaction
                .in(tenant, check(request.practitioner()).then(Mono.defer(() -> tenants.find(tenant))))
                .map(it -> ZoneId.of(it.timeZone()))
                .flatMap(zone -> read.read(address, zone))
                .onErrorMap(CalendarUnreadable.class, it -> ExternalCalendarRefused.unreadable(it.trouble()))
                .flatMap(busy -> transaction.in(
                        tenant,
                        hours.lock()
                                .then(Mono.defer(() -> calendars.find(id)))
                                .switchIfEmpty(Mono.defer(() -> check(request.practitioner())
                                        .then(Mono.defer(() -> insert(member, id, request, address, busy)))))));
    }

    private Mono<ExternalCalendar> insert(
            Member member, CalendarId id, ExternalCalendarRequest request, URI address, List<BusyPeriod> busy) {
        var tenant = member.tenant();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var calendar = new ExternalCalendar(
                id,
                request.name().strip(),
                request.practitioner(),
                secrets.encrypt(address.toString(), tenant, id),
                address.getHost(),
                now,
                now,
                null,
                busy);
        return calendars
                .insert(calendar)
                .then(Mono.defer(() -> topics.tell(Topic.BUSY, tenant, id.toString(), calendar.toSaved(tenant))))
                .then(Mono.defer(() -> work.schedule(
                        tenant, ExternalCalendarWorker.KIND, id.toString(), now.plus(settings.every()), "")))
                .then(Mono.defer(() -> audit.record(member, Action.EXTERNAL_CALENDAR_ADDED, id, calendar.name())))
                .thenReturn(calendar);
    }

    /// @throws ExternalCalendarUnknown (as an error) when there is none of that id
    Mono<Void> remove(Member member, CalendarId id) {
        var tenant = member.tenant();
        return transaction.in(
                tenant,
                hours.lock()
                        .then(Mono.defer(() -> calendars.find(id)))
                        .switchIfEmpty(Mono.error(ExternalCalendarUnknown::new))
                        .flatMap(known -> calendars
                                .delete(id)
                                .then(Mono.defer(() -> topics.gone(Topic.BUSY, tenant, id.toString())))
                                .then(Mono.defer(() -> work.cancel(ExternalCalendarWorker.KIND, id.toString())))
                                .then(Mono.defer(() ->
                                        audit.record(member, Action.EXTERNAL_CALENDAR_REMOVED, id, known.name())))));
    }

    private Mono<Void> check(@Nullable PractitionerId practitioner) {
        return calendars
                .findAll()
                .count()
                .flatMap(known -> known < settings.atMost()
                        ? receives(practitioner)
                        : Mono.error(ExternalCalendarRefused.oneTooMany(settings.atMost())))
                .flatMap(receives -> receives ? Mono.empty() : Mono.error(ExternalCalendarRefused.nobody()));
    }

    private Mono<Boolean> receives(@Nullable PractitionerId practitioner) {
        return practitioner == null
                ? Mono.just(true)
                : hours.find()
                        .map(it -> it.practitioners().stream()
                                .anyMatch(one -> one.practitioner().equals(practitioner)))
                        .defaultIfEmpty(false);
    }
}
