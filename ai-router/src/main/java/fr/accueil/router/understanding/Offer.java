package fr.accueil.router.understanding;

import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.language.extraction.ServiceCatalogue;
import java.util.List;

/// What can be booked at a business and with whom, as its customers may call it.
///
/// @param services by the ids that the agenda knows them by
public record Offer(ServiceCatalogue services, List<Colleague> team) {

    public static final Offer NOTHING = new Offer(new ServiceCatalogue(List.of()), List.of());

    public record Colleague(PractitionerId id, String name) {}

    public Offer {
        team = List.copyOf(team);
    }
}
