package fr.accueil.router.booking;

import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.Pick;
import fr.accueil.router.speech.VisitTold;

/// A visit as its customer hears of it.
record Tell(AgendaView.Known agenda) {

    VisitTold visit(Flow.Booking flow) {
        if (!(flow.pick() instanceof Pick.Picked picked)) {
            throw new IllegalStateException("no slot is picked in " + flow);
        }
        return new VisitTold(
                flow.wishes().services().stream().map(agenda::nameOf).toList(),
                agenda.at(picked.start()),
                agenda.nameOf(picked.practitioner()),
                flow.wishes().name());
    }
}
