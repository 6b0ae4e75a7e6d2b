package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.language.extraction.Agreement;
import fr.accueil.router.booking.ChangeBooking;
import fr.accueil.router.booking.TakeBooking;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.FlowEvent.BookingReconfirmed;
import fr.accueil.router.flow.FlowEvent.QuestionLeftOpen;
import fr.accueil.router.flow.Situation;
import fr.accueil.router.flow.Step;
import fr.accueil.router.quote.TakeQuote;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.Acknowledged;
import fr.accueil.router.speech.Content.Greeted;
import fr.accueil.router.speech.Content.Reconfirmed;
import fr.accueil.router.speech.Content.Thanked;
import fr.accueil.router.speech.Content.Unclear;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.understanding.Sign;
import java.util.List;
import java.util.Optional;

/// What a message begins while nothing runs.
record Begin(Situation situation) {

    Step step() {
        var reading = situation.reading();
        return switch (reading.intent()) {
            case GREETING -> says(new Greeted());
            case THANKS -> says(new Thanked());
            case FAQ -> question();
            case BOOKING -> answering(booking());
            case CANCEL_BOOKING -> cancellation();
            case QUOTE -> answering(new TakeQuote(situation).start(List.of()));
            case HUMAN -> passOn(HandoverReason.CUSTOMER_ASKED, Matter.PERSON);
            case COMPLAINT -> passOn(HandoverReason.COMPLAINT, Matter.COMPLAINT);
            case OPT_OUT -> passOn(HandoverReason.CUSTOMER_ASKED, Matter.OPT_OUT);
            case OTHER -> other();
        };
    }

    /// Who asks something beside gets that first.
    private Step answering(Step step) {
        return Knowledge.given(situation).map(it -> step.after(List.of(it))).orElse(step);
    }

    private Step question() {
        return Knowledge.given(situation).map(Begin::says).orElseGet(this::leftOpen);
    }

    private Step leftOpen() {
        var open = new QuestionLeftOpen(
                situation.messages().getLast(),
                situation.text(),
                situation.reading().nearest());
        return new Step.PassesOn(HandoverReason.NO_ANSWER_KNOWN, Matter.QUESTION, List.of(open));
    }

    Step booking() {
        if (!(situation.agenda() instanceof AgendaView.Known agenda)
                || agenda.services().isEmpty()) {
            return passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.BOOKING);
        }
        var change = new ChangeBooking(agenda, situation);
        return change.isMove(situation.reading()) ? change.startMove() : new TakeBooking(agenda, situation).start();
    }

    private Step cancellation() {
        if (!(situation.agenda() instanceof AgendaView.Known agenda)) {
            return passOn(HandoverReason.NO_ANSWER_KNOWN, Matter.CANCELLATION);
        }
        var change = new ChangeBooking(agenda, situation);
        return situation.reading().shows(Sign.MOVES) && change.isMove(situation.reading())
                ? change.startMove()
                : change.startCancelling();
    }

    /// A second time in a row a person takes it.
    private Step other() {
        var reading = situation.reading();
        if (reading.shows(Sign.ACKNOWLEDGES) || reading.slots().agreement() != null) {
            return reminded().orElseGet(() -> says(new Acknowledged()));
        }
        return situation.memory().misunderstood() == 0
                ? says(new Unclear())
                : passOn(HandoverReason.MISUNDERSTOOD, Matter.UNCLEAR);
    }

    /// "Oui, j'y serai" to a reminder without buttons.
    private Optional<Step> reminded() {
        if (!(situation.agenda() instanceof AgendaView.Known agenda)) {
            return Optional.empty();
        }
        return agenda.own().stream()
                .filter(it -> it.id().equals(situation.memory().reminded()))
                .findFirst()
                .map(it -> situation.reading().slots().agreement() == Agreement.NO
                        ? new ChangeBooking(agenda, situation).startCancelling(it)
                        : new Step.Says(
                                List.of(new Reconfirmed(agenda.told(it, null))),
                                List.of(new BookingReconfirmed(it.id()))));
    }

    private static Step says(Content content) {
        return new Step.Says(List.of(content), List.of());
    }

    private static Step passOn(HandoverReason reason, Matter matter) {
        return new Step.PassesOn(reason, matter, List.of());
    }
}
