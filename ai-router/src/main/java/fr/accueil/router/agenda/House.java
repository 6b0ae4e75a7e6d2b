package fr.accueil.router.agenda;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.language.extraction.ServiceCatalogue;
import fr.accueil.router.understanding.Offer;
import fr.accueil.router.understanding.Offer.Colleague;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a house offers, by whom, and when it is open.
///
/// @param services what can be booked, by name, in the house's order
/// @param team by name, in the house's order
record House(Business business, Map<ServiceId, String> services, Map<PractitionerId, String> team, Offer offer) {

    /// @throws IllegalArgumentException when the hours, or a service, say what no agenda can be made of
    static House of(HoursSaved hours, Collection<ServiceSaved> saved) {
        var bookable = saved.stream()
                .filter(ServiceSaved::bookable)
                .sorted(Comparator.comparingInt(ServiceSaved::position).thenComparing(ServiceSaved::name))
                .toList();
        var services = new LinkedHashMap<ServiceId, String>();
        bookable.forEach(it -> services.put(FromWorkspace.id(it.service()), it.name()));
        var team = new LinkedHashMap<PractitionerId, String>();
        hours.practitioners().forEach(it -> team.put(FromWorkspace.id(it.practitioner()), it.name()));
        var catalogue = new ServiceCatalogue(bookable.stream()
                .map(it -> new ServiceCatalogue.Entry(it.service().toString(), it.name(), it.synonyms()))
                .toList());
        var colleagues = team.entrySet().stream()
                .map(it -> new Colleague(it.getKey(), it.getValue()))
                .toList();
        return new House(
                FromWorkspace.business(hours, bookable),
                Collections.unmodifiableMap(services),
                Collections.unmodifiableMap(team),
                new Offer(catalogue, colleagues));
    }
}
