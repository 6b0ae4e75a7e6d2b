package fr.accueil.conversation.booking;

import fr.accueil.conversation.busy.BusyTimes;
import fr.accueil.conversation.catalogue.Services;
import fr.accueil.conversation.hours.Hours;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The agenda of the tenant whose transaction is open, for one at a time.
@Component
class AgendaDesk {

    private final Hours hours;
    private final Services services;
    private final Bookings bookings;
    private final BusyTimes busy;
    private final BookingTopics topics;
    private final Clock clock;

    AgendaDesk(Hours hours, Services services, Bookings bookings, BusyTimes busy, BookingTopics topics, Clock clock) {
        this.hours = hours;
        this.services = services;
        this.bookings = bookings;
        this.busy = busy;
        this.topics = topics;
        this.clock = clock;
    }

    /// Holds the agenda until the transaction ends. What was held too long is free again.
    ///
    /// @return nothing while nobody has said when the house is open
    Mono<Optional<OpenedAgenda>> open(TenantId tenant) {
        return hours.lock()
                .flatMap(said -> Mono.defer(() -> open(tenant, said, clock.instant())))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /// Frees what is held too long.
    Mono<Void> expire(TenantId tenant) {
        return hours.lock()
                .flatMap(_ -> Mono.defer(() -> expire(tenant, clock.instant())))
                .then();
    }

    private Mono<OpenedAgenda> open(TenantId tenant, HoursSaved said, Instant now) {
        return expire(tenant, now)
                .then(Mono.zip(
                        services.findAll().collectList(),
                        bookings.findTaken(now).collectList(),
                        busy.findAll(tenant)))
                .map(found -> OpenedAgenda.of(said, found.getT1(), found.getT2(), found.getT3(), now));
    }

    private Mono<Void> expire(TenantId tenant, Instant now) {
        return bookings.deleteExpired(now)
                .collectList()
                .flatMapIterable(it -> it)
                .concatMap(gone -> topics.gone(tenant, gone))
                .then();
    }
}
