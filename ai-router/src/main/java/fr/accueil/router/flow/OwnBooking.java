package fr.accueil.router.flow;

import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.events.BookingId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A booking of this customer's.
///
/// @param practitioner null on a seat
public record OwnBooking(
        BookingId id,
        List<ServiceId> services,
        Instant start,
        @Nullable PractitionerId practitioner) {

    public OwnBooking {
        services = List.copyOf(services);
    }
}
