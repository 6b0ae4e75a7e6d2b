package fr.accueil.conversation.booking;

import fr.accueil.conversation.booking.Judgement.Denied;
import fr.accueil.events.AssistantEvent.SlotHoldRequested;
import fr.accueil.events.AssistantEvent.SlotReleased;
import fr.accueil.events.ChangeEvent.SlotHeld;
import fr.accueil.events.ChangeEvent.SlotTaken;
import fr.accueil.events.TenantId;
import fr.accueil.platform.work.WorkQueue;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps a slot for a customer until they have confirmed it, and lets it go. In the transaction that holds the
/// conversation's lock.
@Component
public class HoldSlot {

    private final AgendaDesk desk;
    private final PutAside slots;
    private final Bookings bookings;
    private final BookingTopics topics;
    private final WorkQueue work;

    HoldSlot(AgendaDesk desk, PutAside slots, Bookings bookings, BookingTopics topics, WorkQueue work) {
        this.desk = desk;
        this.slots = slots;
        this.bookings = bookings;
        this.topics = topics;
        this.work = work;
    }

    public Mono<Void> hold(TenantId tenant, SlotHoldRequested asked, UUID causedBy) {
        return desk.open(tenant)
                .flatMap(opened -> opened.map(agenda -> hold(agenda, asked))
                        .orElseGet(() -> Mono.just(Denied.because(Denied.NOTHING_BOOKABLE))))
                .flatMap(outcome -> answer(tenant, asked, outcome, causedBy));
    }

    public Mono<Void> release(TenantId tenant, SlotReleased released) {
        return desk.open(tenant)
                .then(Mono.defer(() -> bookings.find(released.booking())))
                .filter(it -> it.isOf(released.conversation()))
                .flatMapMany(it -> bookings.deleteHeld(it.id()).collectList().flatMapIterable(gone -> gone))
                .concatMap(gone -> letGo(tenant, released))
                .then();
    }

    private Mono<Outcome> hold(OpenedAgenda agenda, SlotHoldRequested asked) {
        return asked.heldUntil().isAfter(agenda.now())
                ? slots.putAside(agenda, Wish.of(asked), asked.heldUntil())
                : Mono.just(Denied.because(Denied.TOO_LATE));
    }

    private Mono<Void> answer(TenantId tenant, SlotHoldRequested asked, Outcome outcome, UUID causedBy) {
        return switch (outcome) {
            case Outcome.PutAside(var held) ->
                work.schedule(tenant, HoldWorker.KIND, held.id().toString(), asked.heldUntil(), "")
                        .then(Mono.defer(
                                () -> topics.tell(tenant, asked.conversation(), toNews(held, asked), causedBy)));
            case Denied(var reason, var alternatives) ->
                topics.tell(
                        tenant,
                        asked.conversation(),
                        new SlotTaken(asked.booking(), asked.conversation(), asked.start(), reason, alternatives),
                        causedBy);
        };
    }

    private Mono<Void> letGo(TenantId tenant, SlotReleased released) {
        return work.cancel(HoldWorker.KIND, released.booking().toString())
                .then(Mono.defer(() -> topics.gone(tenant, released.booking())));
    }

    private static SlotHeld toNews(Booking held, SlotHoldRequested asked) {
        var practitioner = held.practitioner();
        return new SlotHeld(
                held.id(),
                asked.conversation(),
                practitioner == null ? null : practitioner.id(),
                held.start(),
                held.end(),
                asked.heldUntil());
    }
}
