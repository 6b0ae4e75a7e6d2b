package fr.accueil.conversation.booking;

import fr.accueil.agenda.Slot;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.booking.Judgement.Denied;
import fr.accueil.conversation.booking.Judgement.Granted;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookedWith;
import fr.accueil.events.ChangeEvent.BookingChanged;
import fr.accueil.events.PractitionerId;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// One of the team moves a booking, which keeps its id. Its reminder follows, and its customer is told when the time is
/// another.
@Component
class MoveByHand {

    private final TenantTransaction transaction;
    private final TakeInHand hand;
    private final Bookings bookings;
    private final BookingTopics topics;
    private final PlanReminder reminders;
    private final TellCustomer customer;
    private final AuditLog audit;
    private final BookingWords words;

    MoveByHand(
            TenantTransaction transaction,
            TakeInHand hand,
            Bookings bookings,
            BookingTopics topics,
            PlanReminder reminders,
            TellCustomer customer,
            AuditLog audit,
            BookingSettings settings) {
        this.transaction = transaction;
        this.hand = hand;
        this.bookings = bookings;
        this.topics = topics;
        this.reminders = reminders;
        this.customer = customer;
        this.audit = audit;
        this.words = new BookingWords(settings.reminderLanguage());
    }

    /// @throws SlotRefused (as an error) when the slot cannot be had: the booking stays where it is
    Mono<HandledBooking> move(Member member, BookingId id, MoveBookingRequest request) {
        return transaction.in(
                member.tenant(),
                hand.take(member.tenant(), id, request.version())
                        .flatMap(inHand -> move(
                                member,
                                inHand,
                                request.overrides()
                                        ? inHand.agenda().atAnyHour()
                                        : inHand.agenda().byHand(),
                                request)));
    }

    private Mono<HandledBooking> move(Member member, InHand inHand, OpenedAgenda agenda, MoveBookingRequest request) {
        var booking = inHand.booking();
        var wish = new Wish(
                booking.id(),
                booking.conversation(),
                booking.serviceIds(),
                wanted(request, booking, agenda),
                request.start(),
                null);
        return switch (agenda.judge(wish, null)) {
            case Denied denied -> Mono.error(SlotRefused.because(denied, agenda.zone()));
            case Granted(var slot) ->
                move(member, inHand, moved(booking, slot, agenda.with(slot)), agenda)
                        .onErrorMap(
                                DataIntegrityViolationException.class,
                                _ -> SlotRefused.because(agenda.lost(wish, null, slot), agenda.zone()));
        };
    }

    private Mono<HandledBooking> move(Member member, InHand inHand, Booking moved, OpenedAgenda agenda) {
        var before = inHand.booking();
        var label = words.label(before, agenda.zone());
        return bookings.move(moved)
                .then(Mono.defer(() -> topics.taken(moved)))
                .then(Mono.defer(() -> reminders.drop(before)))
                .then(Mono.defer(() -> reminders.plan(moved, agenda.now(), agenda.zone())))
                .then(Mono.defer(() -> topics.tell(moved, new BookingChanged(moved.toView()), null)))
                .then(Mono.defer(() -> audit.record(
                        member, Action.BOOKING_MOVED, moved.id(), label, Place.of(before), Place.of(moved))))
                .then(Mono.defer(() -> tell(inHand, moved, agenda)))
                .map(telling -> HandledBooking.of(moved, telling));
    }

    private Mono<Telling> tell(InHand inHand, Booking moved, OpenedAgenda agenda) {
        var before = inHand.booking().start();
        return before.equals(moved.start())
                ? Mono.just(new Telling.Untold(NotTold.SAME_TIME))
                : customer.tell(
                        inHand.conversation(),
                        moved,
                        agenda.now(),
                        tenant -> words.moved(moved, before, tenant, agenda.zone()));
    }

    /// The same one, unless somebody else is asked for. Where only seats count by now, nobody.
    private static @Nullable PractitionerId wanted(MoveBookingRequest request, Booking booking, OpenedAgenda agenda) {
        if (request.practitioner() != null) {
            return request.practitioner();
        }
        var before = booking.practitioner();
        return before == null || agenda.hours().practitioners().isEmpty() ? null : before.id();
    }

    private static Booking moved(Booking booking, Slot slot, @Nullable BookedWith with) {
        return booking.movedTo(slot.start(), slot.end(), slot.occupied().end(), with, FromWorkspace.seat(slot));
    }

    /// What the audit log says of a move.
    private record Place(Instant start, @Nullable String practitioner) {

        static Place of(Booking booking) {
            var with = booking.practitioner();
            return new Place(booking.start(), with == null ? null : with.name());
        }
    }
}
