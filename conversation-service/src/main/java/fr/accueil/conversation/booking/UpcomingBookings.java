package fr.accueil.conversation.booking;

import fr.accueil.conversation.hours.BookedVisits;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is booked and not over, for who changes the hours.
@Component
class UpcomingBookings implements BookedVisits {

    private final Bookings bookings;
    private final Clock clock;

    UpcomingBookings(Bookings bookings, Clock clock) {
        this.bookings = bookings;
        this.clock = clock;
    }

    @Override
    public Mono<Integer> countOutside(HoursSaved hours) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return bookings.findTaken(now)
                    .filter(it -> it.isBooked() && it.end().isAfter(now))
                    .collectList()
                    .map(upcoming -> OutsideHours.count(hours, upcoming));
        });
    }
}
