package fr.accueil.agenda.business;

import fr.accueil.agenda.hours.OpeningHours;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// One business as its agenda knows it.
public record Business(
        OpeningHours hours, Map<ServiceId, ServiceOffer> services, Staffing staffing, BookingRules rules) {

    public Business {
        services = Map.copyOf(services);
    }

    public static Business of(
            OpeningHours hours, Collection<ServiceOffer> services, Staffing staffing, BookingRules rules) {
        return new Business(
                hours,
                services.stream().collect(Collectors.toMap(ServiceOffer::id, Function.identity())),
                staffing,
                rules);
    }

    public Business under(BookingRules other) {
        return new Business(hours, services, staffing, other);
    }

    public boolean offers(ServiceId service) {
        return services.containsKey(service);
    }

    /// Whether there is anybody (or any seat) for all of these in one visit.
    public boolean anybodyDoes(List<ServiceId> wanted) {
        return wanted.stream().allMatch(this::offers)
                && switch (staffing) {
                    case Staffing.Team(var practitioners) ->
                        practitioners.stream().anyMatch(practitioner -> practitioner.does(wanted));
                    case Staffing.Seats _ -> true;
                };
    }
}
