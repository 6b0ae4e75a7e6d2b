package fr.accueil.conversation.booking;

import fr.accueil.events.ChangeEvent;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is booked of the tenant whose transaction is open, for who shows it elsewhere.
@Component
public class ListBookings {

    /// More than the busiest house has in two years.
    private static final int MOST = 20_000;

    private final Bookings bookings;

    ListBookings(Bookings bookings) {
        this.bookings = bookings;
    }

    /// Without what is held or cancelled, the earliest first.
    public Mono<List<ChangeEvent.Booking>> booked(Instant from, Instant to) {
        return bookings.findBetween(from, to, null, MOST)
                .map(found -> found.stream()
                        .filter(Booking::isBooked)
                        .map(Booking::toView)
                        .toList());
    }
}
