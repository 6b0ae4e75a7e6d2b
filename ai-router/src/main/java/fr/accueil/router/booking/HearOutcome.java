package fr.accueil.router.booking;

import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Aim;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.flow.Pick;
import fr.accueil.router.flow.Stage;
import fr.accueil.router.flow.Step;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.AskedFor;
import fr.accueil.router.speech.Content.BookingDone;
import fr.accueil.router.speech.Content.Cancelled;
import fr.accueil.router.speech.Content.Moved;
import fr.accueil.router.speech.Content.Proposed;
import fr.accueil.router.speech.Content.Refused;
import fr.accueil.router.speech.VisitTold;
import fr.accueil.router.understanding.Asked;
import java.util.ArrayList;
import java.util.List;

/// What a customer hears of what conversation-service answered.
public record HearOutcome(AgendaView.Known agenda) {

    public Step booked(Flow.Booking flow) {
        var visit = new Tell(agenda).visit(flow);
        return done(
                switch (flow.aim()) {
                    case Aim.NewVisit() -> new BookingDone(visit);
                    case Aim.Move _ -> new Moved(visit);
                });
    }

    public Step cancelled(Flow.Cancelling flow) {
        VisitTold visit = agenda.told(flow.booking(), null);
        return done(new Cancelled(visit));
    }

    /// Someone else was faster: the next free ones.
    public Step taken(Flow.Booking flow, Pick.Picked picked) {
        var lost = SearchAgenda.of(agenda, flow).lost(flow.wishes(), picked.start());
        var contents = new ArrayList<Content>();
        contents.add(new Refused(lost.why()));
        var starts = lost.instead();
        if (!starts.isEmpty()) {
            contents.add(new Proposed(starts.stream().map(agenda::at).toList()));
        }
        contents.add(new AskedFor(starts.isEmpty() ? Asked.MOMENT : Asked.SLOT));
        var stage = starts.isEmpty() ? new Stage.Asking(Asked.MOMENT) : new Stage.Choosing(starts);
        var moved = flow.picking(new Pick.Open()).wishing(lost.left()).at(stage);
        return new Step.Says(contents, List.of(new FlowMoved(moved)));
    }

    private static Step done(Content content) {
        return new Step.Says(List.of(content), List.of(new FlowMoved(new Flow.None())));
    }
}
