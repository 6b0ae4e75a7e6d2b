package fr.accueil.conversation.busy;

import fr.accueil.conversation.hours.Hours;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.conversation.tenant.WorkspaceTopics;
import fr.accueil.events.CalendarId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.BusyPeriod;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.secrets.Secrets;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads a calendar elsewhere anew. While it cannot be read, what it said holds.
@Component
class RefreshCalendar {

    private final TenantTransaction transaction;
    private final ExternalCalendars calendars;
    private final ReadCalendar read;
    private final Hours hours;
    private final Tenants tenants;
    private final WorkspaceTopics topics;
    private final Secrets secrets;
    private final Clock clock;

    RefreshCalendar(
            TenantTransaction transaction,
            ExternalCalendars calendars,
            ReadCalendar read,
            Hours hours,
            Tenants tenants,
            WorkspaceTopics topics,
            Secrets secrets,
            Clock clock) {
        this.transaction = transaction;
        this.calendars = calendars;
        this.read = read;
        this.hours = hours;
        this.tenants = tenants;
        this.topics = topics;
        this.secrets = secrets;
        this.clock = clock;
    }

    /// What was found of it.
    private sealed interface Found {

        record Busy(List<BusyPeriod> periods) implements Found {}

        record Nothing(Trouble why) implements Found {}
    }

    /// @param after happens in the transaction that saves what was read
    /// @return as it is now; empty when there is none of that id
    Mono<ExternalCalendar> refresh(TenantId tenant, CalendarId id, Mono<Void> after) {
        return transaction
                .in(tenant, calendars.find(id).zipWith(Mono.defer(() -> tenants.find(tenant))))
                .flatMap(known ->
                        find(tenant, known.getT1(), ZoneId.of(known.getT2().timeZone())))
                .flatMap(found -> transaction.in(tenant, save(tenant, id, found).delayUntil(_ -> after)));
    }

    private Mono<Found> find(TenantId tenant, ExternalCalendar known, ZoneId zone) {
        return Mono.fromSupplier(() -> URI.create(secrets.decrypt(known.sealedAddress(), tenant, known.id())))
                .flatMap(address -> read.read(address, zone))
                .<Found>map(Found.Busy::new)
                .onErrorResume(CalendarUnreadable.class, it -> Mono.just(new Found.Nothing(it.trouble())));
    }

    /// Nobody books meanwhile.
    private Mono<ExternalCalendar> save(TenantId tenant, CalendarId id, Found found) {
        return hours.lock().then(Mono.defer(() -> calendars.find(id))).flatMap(known -> {
            var after = switch (found) {
                case Found.Busy(var periods) -> known.read(periods, sealedAnew(tenant, known), now());
                case Found.Nothing(var why) -> known.unread(why);
            };
            return calendars
                    .save(after)
                    .then(Mono.defer(() -> tell(tenant, known, after)))
                    .thenReturn(after);
        });
    }

    private Mono<Void> tell(TenantId tenant, ExternalCalendar before, ExternalCalendar after) {
        return after.busy().equals(before.busy())
                ? Mono.empty()
                : topics.tell(Topic.BUSY, tenant, after.id().toString(), after.toSaved(tenant));
    }

    /// After a rotation of the key, the next reading seals the address by the present one.
    private String sealedAnew(TenantId tenant, ExternalCalendar known) {
        var sealed = known.sealedAddress();
        return secrets.isCurrent(sealed)
                ? sealed
                : secrets.encrypt(secrets.decrypt(sealed, tenant, known.id()), tenant, known.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
