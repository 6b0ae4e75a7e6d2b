package fr.accueil.conversation.booking;

import fr.accueil.agenda.Slot;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.agenda.workspace.RefusalReason;
import fr.accueil.conversation.booking.Booking.Reminder;
import fr.accueil.conversation.booking.Booking.State;
import fr.accueil.conversation.booking.Judgement.Denied;
import fr.accueil.conversation.booking.Judgement.Granted;
import fr.accueil.events.BookingId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts a slot aside for who wishes it, in place of what was held for them before. The agenda says whether it may be,
/// and the database whether it can. What is denied changes nothing, unless the database had to say so: then the slot
/// held before is given up too.
@Component
class PutAside {

    private final Bookings bookings;
    private final BookingTopics topics;

    PutAside(Bookings bookings, BookingTopics topics) {
        this.bookings = bookings;
        this.topics = topics;
    }

    Mono<Outcome> putAside(OpenedAgenda agenda, Wish wish, Instant until) {
        return bookings.find(wish.booking())
                .filter(known -> !(known.isOf(wish.conversation()) && known.state() instanceof State.Held))
                .<Outcome>map(_ -> Denied.because(RefusalReason.TAKEN))
                .switchIfEmpty(Mono.defer(() -> moved(wish)
                        .flatMap(moved ->
                                judge(agenda, wish, moved.map(Booking::id).orElse(null), until))));
    }

    /// The booking that is to be moved, if it is this customer's.
    Mono<Optional<Booking>> moved(Wish wish) {
        return wish.replaces() == null
                ? Mono.just(Optional.empty())
                : bookings.find(wish.replaces())
                        .filter(it -> it.isBooked() && it.isOf(wish.conversation()))
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty());
    }

    private Mono<Outcome> judge(OpenedAgenda agenda, Wish wish, @Nullable BookingId moved, Instant until) {
        return switch (agenda.judge(wish, moved)) {
            case Denied denied -> Mono.just(denied);
            case Granted(var slot) -> take(agenda, wish, moved, slot, until);
        };
    }

    private Mono<Outcome> take(OpenedAgenda agenda, Wish wish, @Nullable BookingId moved, Slot slot, Instant until) {
        var held = toHeld(agenda, wish, slot, until);
        return giveUpEarlier(wish, moved)
                .flatMap(earlier -> bookings.insert(held, moved == null ? held.id() : moved)
                        .flatMap(inserted -> inserted
                                ? gone(agenda, earlier, wish.booking())
                                        .then(Mono.defer(() -> topics.taken(held)))
                                        .thenReturn(new Outcome.PutAside(held))
                                : gone(agenda, earlier, null).thenReturn(agenda.lost(wish, moved, slot))));
    }

    /// @return what was held for the same wish
    private Mono<List<BookingId>> giveUpEarlier(Wish wish, @Nullable BookingId moved) {
        return bookings.deleteHeld(wish.booking())
                .collectList()
                .flatMap(own -> moved == null
                        ? Mono.just(own)
                        : bookings.deleteHeldFor(moved)
                                .collectList()
                                .map(others -> Stream.concat(own.stream(), others.stream())
                                        .toList()));
    }

    private Mono<Void> gone(OpenedAgenda agenda, List<BookingId> earlier, @Nullable BookingId but) {
        return Flux.fromIterable(earlier)
                .filter(it -> !it.equals(but))
                .concatMap(it -> topics.gone(agenda.tenant(), it))
                .then();
    }

    private static Booking toHeld(OpenedAgenda agenda, Wish wish, Slot slot, Instant until) {
        return new Booking(
                agenda.tenant(),
                wish.booking(),
                0,
                wish.conversation(),
                new State.Held(until.truncatedTo(ChronoUnit.MICROS)),
                agenda.named(wish),
                agenda.with(slot),
                FromWorkspace.seat(slot),
                slot.start(),
                slot.end(),
                slot.occupied().end(),
                "",
                null,
                true,
                agenda.now().truncatedTo(ChronoUnit.MICROS),
                Reminder.NONE);
    }
}
