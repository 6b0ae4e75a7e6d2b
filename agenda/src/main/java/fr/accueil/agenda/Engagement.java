package fr.accueil.agenda;

import fr.accueil.agenda.time.Period;
import java.time.Instant;

/// What already takes a resource.
public sealed interface Engagement {

    EngagementId id();

    Resource resource();

    /// The whole time that the resource is taken, with the buffer after the visit.
    Period occupied();

    record Booking(EngagementId id, Resource resource, Period occupied) implements Engagement {}

    /// Kept for a customer who has not confirmed yet.
    record Hold(EngagementId id, Resource resource, Period occupied, Instant expiresAt) implements Engagement {}

    default boolean isLive(Instant now) {
        return switch (this) {
            case Booking _ -> true;
            case Hold hold -> now.isBefore(hold.expiresAt());
        };
    }
}
