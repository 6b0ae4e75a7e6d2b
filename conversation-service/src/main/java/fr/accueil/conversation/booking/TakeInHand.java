package fr.accueil.conversation.booking;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.problem.ChangedMeanwhile;
import fr.accueil.events.BookingId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Locks a booking for one of the team, in the order of all: its conversation, then the agenda.
@Component
class TakeInHand {

    private final Conversations conversations;
    private final AgendaDesk desk;
    private final Bookings bookings;

    TakeInHand(Conversations conversations, AgendaDesk desk, Bookings bookings) {
        this.conversations = conversations;
        this.desk = desk;
        this.bookings = bookings;
    }

    /// @param seen the version that was seen
    /// @throws BookingUnknown (as an error) when there is none of that id
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that was seen
    /// @throws BookingNotBooked (as an error) when it is cancelled
    Mono<InHand> take(TenantId tenant, BookingId id, long seen) {
        return load(id).flatMap(known -> lock(tenant, known.conversation()))
                .flatMap(conversation -> desk.open(tenant)
                        .flatMap(Mono::justOrEmpty)
                        .flatMap(agenda -> load(id).map(booking -> new InHand(conversation, agenda, booking))))
                .flatMap(inHand -> judge(inHand, seen));
    }

    private Mono<Booking> load(BookingId id) {
        return bookings.find(id)
                .filter(it -> !(it.state() instanceof Booking.State.Held))
                .switchIfEmpty(Mono.error(BookingUnknown::new));
    }

    private Mono<Optional<Conversation>> lock(TenantId tenant, @Nullable ConversationId id) {
        return id == null
                ? Mono.just(Optional.empty())
                : conversations
                        .lockOrOpen(tenant, id)
                        .filter(it -> it.correspondent() != null)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty());
    }

    private static Mono<InHand> judge(InHand inHand, long seen) {
        if (inHand.booking().version() != seen) {
            return Mono.error(new ChangedMeanwhile());
        }
        return inHand.booking().isBooked() ? Mono.just(inHand) : Mono.error(new BookingNotBooked());
    }
}
