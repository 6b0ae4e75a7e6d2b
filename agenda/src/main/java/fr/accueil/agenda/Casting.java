package fr.accueil.agenda;

import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.Practitioner;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.business.Staffing;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who could take a visit, whenever it may be.
sealed interface Casting {

    sealed interface Possible extends Casting {

        Visit visit();
    }

    /// By one of these, in the order in which they come when all else is equal.
    record ByTeam(Visit visit, List<Practitioner> practitioners) implements Possible {}

    record OnSeats(Visit visit, List<Resource.Seat> seats) implements Possible {}

    record Impossible(Refusal why) implements Casting {}

    /// Who could take what is asked for, at this business.
    ///
    /// @param taken resources that have engagements: of the seats that have none, one is as good as all
    static Casting of(VisitRequest request, Business business, Set<Resource> taken) {
        var services = request.services();
        if (!business.anybodyDoes(services)) {
            return new Impossible(whyNobody(services, business));
        }
        var visit = Visit.of(
                services.stream().map(id -> business.services().get(id)).toList());
        return switch (business.staffing()) {
            case Staffing.Team(var practitioners) -> ofTeam(request, visit, practitioners);
            case Staffing.Seats(var capacity) -> ofSeats(request, visit, capacity, taken);
        };
    }

    private static Casting ofTeam(VisitRequest request, Visit visit, List<Practitioner> team) {
        var able = team.stream()
                .filter(practitioner -> practitioner.does(request.services()))
                .toList();
        return switch (request.whom()) {
            case VisitRequest.Whom.Anyone() -> new ByTeam(visit, able);
            case VisitRequest.Whom.Only(var wanted) -> {
                var found = able.stream().filter(one -> one.id().equals(wanted)).toList();
                yield found.isEmpty() ? new Impossible(notTheirs(wanted, able)) : new ByTeam(visit, found);
            }
        };
    }

    private static Casting ofSeats(VisitRequest request, Visit visit, int capacity, Set<Resource> taken) {
        return switch (request.whom()) {
            case VisitRequest.Whom.Only(var wanted) -> new Impossible(notTheirs(wanted, List.of()));
            case VisitRequest.Whom.Anyone() -> new OnSeats(visit, seatsWorthALook(capacity, taken));
        };
    }

    private static List<Resource.Seat> seatsWorthALook(int capacity, Set<Resource> taken) {
        var seats = taken.stream()
                .filter(Resource.Seat.class::isInstance)
                .map(Resource.Seat.class::cast)
                .filter(seat -> seat.number() <= capacity);
        var firstIdle = IntStream.rangeClosed(1, capacity)
                .mapToObj(Resource.Seat::new)
                .filter(seat -> !taken.contains(seat))
                .limit(1);
        return Stream.concat(seats, firstIdle)
                .sorted(Comparator.comparingInt(Resource.Seat::number))
                .toList();
    }

    private static Refusal notTheirs(PractitionerId wanted, List<Practitioner> able) {
        return new Refusal.NotTheirs(wanted, able.stream().map(Practitioner::id).toList());
    }

    private static Refusal whyNobody(List<ServiceId> services, Business business) {
        var orphans = services.stream()
                .distinct()
                .filter(service -> !business.anybodyDoes(List.of(service)))
                .toList();
        return orphans.isEmpty()
                ? new Refusal.NobodyDoesAll(services.stream().distinct().toList())
                : new Refusal.NobodyDoesIt(orphans);
    }
}
