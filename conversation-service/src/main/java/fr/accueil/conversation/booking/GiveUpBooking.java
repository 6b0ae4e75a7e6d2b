package fr.accueil.conversation.booking;

import fr.accueil.events.AssistantEvent.BookingCancellationRequested;
import fr.accueil.events.AssistantEvent.BookingReconfirmed;
import fr.accueil.events.ChangeEvent.BookingCancelled;
import fr.accueil.events.ChangeEvent.BookingChanged;
import fr.accueil.events.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What a customer says of a booking that they have: that they give it up, or that they will come. In the transaction
/// that holds the conversation's lock.
@Component
public class GiveUpBooking {

    private static final Logger LOG = LoggerFactory.getLogger(GiveUpBooking.class);

    private final AgendaDesk desk;
    private final Bookings bookings;
    private final BookingTopics topics;
    private final PlanReminder reminders;

    GiveUpBooking(AgendaDesk desk, Bookings bookings, BookingTopics topics, PlanReminder reminders) {
        this.desk = desk;
        this.bookings = bookings;
        this.topics = topics;
        this.reminders = reminders;
    }

    public Mono<Void> cancel(TenantId tenant, BookingCancellationRequested asked, UUID causedBy) {
        return desk.open(tenant)
                .then(Mono.defer(() -> bookings.find(asked.booking())))
                .filter(it -> it.isOf(asked.conversation()))
                .switchIfEmpty(Mono.fromRunnable(
                        () -> LOG.warn("A booking that is not of this conversation was to be cancelled")))
                .flatMap(known -> switch (known.state()) {
                    case Booking.State.Booked() -> cancel(known, causedBy);
                    case Booking.State.Cancelled() ->
                        topics.tell(known, new BookingCancelled(known.toView()), causedBy);
                    case Booking.State.Held _ -> Mono.<Void>empty();
                });
    }

    /// @param at when they said so
    public Mono<Void> reconfirm(TenantId tenant, BookingReconfirmed said, Instant at, UUID causedBy) {
        return desk.open(tenant)
                .then(Mono.defer(() -> bookings.find(said.booking())))
                .filter(it -> it.isOf(said.conversation()) && it.isBooked())
                .map(it -> it.reconfirmed(at.truncatedTo(ChronoUnit.MICROS)))
                .flatMap(changed -> bookings.update(changed)
                        .then(Mono.defer(() -> topics.tell(changed, new BookingChanged(changed.toView()), causedBy))));
    }

    /// For another one in its place, which tells it.
    Mono<Void> silently(Booking booking) {
        return bookings.update(booking.cancelled())
                .then(Mono.defer(() -> topics.gone(booking.tenant(), booking.id())))
                .then(Mono.defer(() -> reminders.drop(booking)));
    }

    private Mono<Void> cancel(Booking booking, UUID causedBy) {
        return silently(booking)
                .then(Mono.defer(() -> topics.tell(
                        booking, new BookingCancelled(booking.cancelled().toView()), causedBy)));
    }
}
