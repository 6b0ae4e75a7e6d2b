package fr.accueil.router.booking;

import fr.accueil.agenda.Refusal;
import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.speech.Why;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The agenda's refusals as a customer hears them: with names, and on the house's wall clock.
record Reasons(AgendaView.Known agenda) {

    Why why(Refusal refusal, ZonedDateTime asked) {
        return switch (refusal) {
            case Refusal.NobodyDoesIt(var services) ->
                new Why.NotBooked(services.stream().map(agenda::nameOf).toList());
            case Refusal.NobodyDoesAll(var services) ->
                new Why.NotTogether(services.stream().map(agenda::nameOf).toList());
            case Refusal.NotTheirs(var wanted, var others) -> new Why.NotTheirs(nameOf(wanted), names(others));
            case Refusal.Past() -> new Why.Past();
            case Refusal.Closed(var day, var because) -> new Why.Closed(day, because);
            case Refusal.DoesNotFit(var until) -> new Why.TooLong(agenda.at(until));
            case Refusal.TooSoon(var earliest) -> new Why.TooSoon(agenda.at(earliest));
            case Refusal.TooFar(var lastDay) -> new Why.TooFar(lastDay);
            case Refusal.Away(var who) -> new Why.Away(names(who));
            case Refusal.Taken() -> new Why.SlotTaken(asked);
            case Refusal.OffGrid _, Refusal.NoSuchTime _ -> new Why.NoSuchTime();
        };
    }

    /// Why there can be no such visit at any time; empty when there can.
    Optional<Why> whyNever(VisitRequest request) {
        return agenda.agenda().business().anybodyDoes(request.services())
                ? Optional.empty()
                : Optional.of(new Why.NotTogether(
                        request.services().stream().map(agenda::nameOf).toList()));
    }

    private List<String> names(List<PractitionerId> who) {
        return who.stream().map(this::nameOf).toList();
    }

    private String nameOf(PractitionerId who) {
        return Objects.requireNonNullElse(agenda.team().get(who), who.value());
    }
}
