package fr.accueil.conversation.booking;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingCancelled;
import fr.accueil.platform.database.TenantTransaction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// One of the team cancels a booking: its slot is free again, and its customer is told.
@Component
class CancelByHand {

    private final TenantTransaction transaction;
    private final TakeInHand hand;
    private final GiveUpBooking giveUp;
    private final BookingTopics topics;
    private final TellCustomer customer;
    private final AuditLog audit;
    private final BookingWords words;

    CancelByHand(
            TenantTransaction transaction,
            TakeInHand hand,
            GiveUpBooking giveUp,
            BookingTopics topics,
            TellCustomer customer,
            AuditLog audit,
            BookingSettings settings) {
        this.transaction = transaction;
        this.hand = hand;
        this.giveUp = giveUp;
        this.topics = topics;
        this.customer = customer;
        this.audit = audit;
        this.words = new BookingWords(settings.reminderLanguage());
    }

    Mono<HandledBooking> cancel(Member member, BookingId id, CancelBookingRequest request) {
        return transaction.in(
                member.tenant(),
                hand.take(member.tenant(), id, request.version()).flatMap(inHand -> cancel(member, inHand, request)));
    }

    private Mono<HandledBooking> cancel(Member member, InHand inHand, CancelBookingRequest request) {
        var booking = inHand.booking();
        var cancelled = booking.cancelled();
        var zone = inHand.agenda().zone();
        return giveUp.silently(booking)
                .then(Mono.defer(() -> topics.tell(booking, new BookingCancelled(cancelled.toView()), null)))
                .then(Mono.defer(
                        () -> audit.record(member, Action.BOOKING_CANCELLED, booking.id(), words.label(booking, zone))))
                .then(Mono.defer(() -> customer.tell(
                        inHand.conversation(),
                        booking,
                        inHand.agenda().now(),
                        tenant -> words.cancelled(booking, request.sentence(), tenant, zone))))
                .map(telling -> HandledBooking.of(cancelled, telling));
    }
}
