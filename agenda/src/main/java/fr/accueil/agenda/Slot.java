package fr.accueil.agenda;

import fr.accueil.agenda.time.Period;
import java.time.Instant;

/// A visit that is possible.
///
/// @param visit what the customer is told
/// @param occupied what the resource is taken for: the visit and the buffer after it
public record Slot(Period visit, Period occupied, Resource resource) {

    public Instant start() {
        return visit.start();
    }

    public Instant end() {
        return visit.end();
    }

    public Engagement.Booking booked(EngagementId id) {
        return new Engagement.Booking(id, resource, occupied);
    }

    public Engagement.Hold heldUntil(Instant expiresAt, EngagementId id) {
        return new Engagement.Hold(id, resource, occupied, expiresAt);
    }
}
