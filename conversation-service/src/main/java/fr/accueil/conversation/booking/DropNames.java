package fr.accueil.conversation.booking;

import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookingChanged;
import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes from bookings whose they were, for a customer who is erased: what was done when remains, as the books
/// need it, and what is still to come keeps its place. What is only held is given up.
@Component
public class DropNames {

    static final String NOBODY = "Client effacé";

    private final AgendaDesk desk;
    private final Bookings bookings;
    private final BookingTopics topics;
    private final PlanReminder reminders;

    DropNames(AgendaDesk desk, Bookings bookings, BookingTopics topics, PlanReminder reminders) {
        this.desk = desk;
        this.bookings = bookings;
        this.topics = topics;
        this.reminders = reminders;
    }

    /// Inside the transaction that holds the conversations.
    ///
    /// @param entered by hand, for who is known by nothing else
    /// @param phones under which the team may have entered some by hand
    /// @param until those that were made up to then
    /// @return the bookings that have no name any more, or are gone
    public Mono<List<BookingId>> drop(
            TenantId tenant,
            List<UUID> entered,
            List<UUID> conversations,
            List<String> phones,
            Instant until,
            UUID causedBy) {
        return desk.expire(tenant)
                .thenMany(Flux.defer(() -> bookings.findOf(entered, conversations, phones, until)))
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(booking -> drop(booking, causedBy).thenReturn(booking.id()))
                .collectList();
    }

    private Mono<Void> drop(Booking booking, UUID causedBy) {
        if (booking.state() instanceof Booking.State.Held) {
            return bookings.deleteHeld(booking.id())
                    .concatMap(it -> topics.gone(booking.tenant(), it))
                    .then();
        }
        var nameless = booking.nameless(NOBODY);
        return bookings.forgetCustomer(nameless)
                .then(Mono.defer(() -> reminders.drop(booking)))
                .then(Mono.defer(() -> booking.isBooked() ? topics.taken(nameless) : Mono.empty()))
                .then(Mono.defer(() -> topics.tell(nameless, new BookingChanged(nameless.toView()), causedBy)));
    }
}
