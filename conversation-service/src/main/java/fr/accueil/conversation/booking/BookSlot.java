package fr.accueil.conversation.booking;

import fr.accueil.agenda.workspace.RefusalReason;
import fr.accueil.conversation.booking.Judgement.Denied;
import fr.accueil.events.AssistantEvent.BookingRequested;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingConfirmed;
import fr.accueil.events.ChangeEvent.SlotTaken;
import fr.accueil.events.TenantId;
import fr.accueil.platform.work.WorkQueue;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Books what a customer confirmed, held before or not, and gives up what it replaces, or says why not. In the
/// transaction that holds the conversation's lock.
@Component
public class BookSlot {

    /// What is put aside to be booked is booked in the same transaction.
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final AgendaDesk desk;
    private final PutAside slots;
    private final Bookings bookings;
    private final BookingTopics topics;
    private final GiveUpBooking giveUp;
    private final PlanReminder reminders;
    private final WorkQueue work;

    BookSlot(
            AgendaDesk desk,
            PutAside slots,
            Bookings bookings,
            BookingTopics topics,
            GiveUpBooking giveUp,
            PlanReminder reminders,
            WorkQueue work) {
        this.desk = desk;
        this.slots = slots;
        this.bookings = bookings;
        this.topics = topics;
        this.giveUp = giveUp;
        this.reminders = reminders;
        this.work = work;
    }

    public Mono<Void> book(TenantId tenant, BookingRequested asked, UUID causedBy) {
        return desk.open(tenant)
                .flatMap(opened -> opened.map(agenda -> book(agenda, asked, causedBy))
                        .orElseGet(() -> deny(tenant, asked, Denied.because(Denied.NOTHING_BOOKABLE), causedBy)));
    }

    private Mono<Void> book(OpenedAgenda agenda, BookingRequested asked, UUID causedBy) {
        return bookings.find(asked.booking())
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(known -> known.map(it -> bookKnown(agenda, it, asked, causedBy))
                        .orElseGet(() -> bookFresh(agenda, asked, causedBy)));
    }

    private Mono<Void> bookKnown(OpenedAgenda agenda, Booking known, BookingRequested asked, UUID causedBy) {
        if (!known.isOf(asked.conversation())) {
            return deny(agenda.tenant(), asked, Denied.because(RefusalReason.TAKEN), causedBy);
        }
        return switch (known.state()) {
            case Booking.State.Booked() -> topics.tell(known, new BookingConfirmed(known.toView(), null), causedBy);
            case Booking.State.Cancelled() -> deny(agenda.tenant(), asked, Denied.because(Denied.CANCELLED), causedBy);
            case Booking.State.Held _ ->
                known.fits(asked.services(), asked.practitioner(), asked.start())
                        ? confirm(agenda, known, asked, causedBy)
                        : bookFresh(agenda, asked, causedBy);
        };
    }

    private Mono<Void> bookFresh(OpenedAgenda agenda, BookingRequested asked, UUID causedBy) {
        return slots.putAside(agenda, Wish.of(asked), agenda.now().plus(A_MOMENT))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.PutAside(var held) -> confirm(agenda, held, asked, causedBy);
                    case Denied denied -> deny(agenda.tenant(), asked, denied, causedBy);
                });
    }

    /// First goes what it replaces: until then it may lie over it.
    private Mono<Void> confirm(OpenedAgenda agenda, Booking held, BookingRequested asked, UUID causedBy) {
        var booked = held.booked(asked.name(), asked.phone(), agenda.now().truncatedTo(ChronoUnit.MICROS));
        return slots.moved(Wish.of(asked))
                .flatMap(moved -> moved.map(giveUp::silently)
                        .orElseGet(Mono::empty)
                        .then(Mono.defer(() -> bookings.update(booked)))
                        .then(Mono.defer(() -> topics.taken(booked)))
                        .then(Mono.defer(
                                () -> work.cancel(HoldWorker.KIND, booked.id().toString())))
                        .then(Mono.defer(() -> reminders.plan(booked, agenda.zone())))
                        .then(Mono.defer(() ->
                                topics.tell(booked, new BookingConfirmed(booked.toView(), idOf(moved)), causedBy))));
    }

    private Mono<Void> deny(TenantId tenant, BookingRequested asked, Denied denied, UUID causedBy) {
        var taken = new SlotTaken(
                asked.booking(), asked.conversation(), asked.start(), denied.reason(), denied.alternatives());
        return topics.tell(tenant, asked.conversation(), taken, causedBy);
    }

    private static @Nullable BookingId idOf(Optional<Booking> booking) {
        return booking.map(Booking::id).orElse(null);
    }
}
