package fr.accueil.agenda;

import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import java.util.List;

/// What a customer comes for, and with whom.
///
/// @param services in one visit, one after the other; the same one twice is twice as long
public record VisitRequest(List<ServiceId> services, Whom whom) {

    public VisitRequest {
        services = List.copyOf(services);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("A visit is for at least one service.");
        }
    }

    /// Whom the customer wants to see.
    public sealed interface Whom {

        /// "Peu importe".
        record Anyone() implements Whom {}

        record Only(PractitionerId practitioner) implements Whom {}
    }

    public static VisitRequest of(ServiceId... services) {
        return new VisitRequest(List.of(services), new Whom.Anyone());
    }

    public VisitRequest with(PractitionerId wanted) {
        return new VisitRequest(services, new Whom.Only(wanted));
    }

    public VisitRequest withAnyone() {
        return new VisitRequest(services, new Whom.Anyone());
    }
}
