package fr.accueil.router.agenda;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.Engagement;
import fr.accueil.agenda.EngagementId;
import fr.accueil.agenda.Resource;
import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.time.Period;
import fr.accueil.router.flow.AgendaView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The answer that a slot is taken may be here before the copy knows who took it: what was just refused is not proposed
/// once more.
public final class TakenMeanwhile {

    private TakenMeanwhile() {}

    /// The same agenda without what was asked for at this time.
    public static AgendaView.Known without(AgendaView.Known view, VisitRequest asked, Instant start) {
        var business = view.agenda().business();
        var length = asked.services().stream()
                .map(business.services()::get)
                .filter(Objects::nonNull)
                .map(ServiceOffer::duration)
                .reduce(Duration.ZERO, Duration::plus);
        if (length.isZero()) {
            return view;
        }
        var engagements = new ArrayList<Engagement>(view.agenda().engagements());
        resources(business, asked.whom())
                .forEach(it -> engagements.add(
                        new Engagement.Booking(new EngagementId("meanwhile:" + it), it, Period.of(start, length))));
        return new AgendaView.Known(
                view.now(), Agenda.of(business, engagements), view.services(), view.team(), view.own());
    }

    private static Stream<Resource> resources(Business business, VisitRequest.Whom whom) {
        return switch (whom) {
            case VisitRequest.Whom.Only(var wanted) -> Stream.of(Resource.practitioner(wanted));
            case VisitRequest.Whom.Anyone() -> all(business).stream();
        };
    }

    private static List<Resource> all(Business business) {
        return switch (business.staffing()) {
            case Staffing.Team(var team) ->
                team.stream().map(it -> Resource.practitioner(it.id())).toList();
            case Staffing.Seats(var capacity) ->
                IntStream.rangeClosed(1, capacity).mapToObj(Resource::seat).toList();
        };
    }
}
