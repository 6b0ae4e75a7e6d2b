package fr.accueil.router.trial;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.router.dialogue.Dialogue;
import fr.accueil.router.dialogue.DialogueCommand;
import fr.accueil.router.dialogue.DialogueCommand.HearBooked;
import fr.accueil.router.dialogue.DialogueCommand.HearCancelled;
import fr.accueil.router.dialogue.DialogueEvent;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.Confirmed;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.Told;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.speech.Said;
import fr.accueil.router.understanding.Question.Line;
import fr.accueil.router.understanding.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dialogue that nobody but who tries it hears: the very rules of the real one, and an agenda that always says yes.
///
/// @param lines what was said so far, oldest first
/// @param reading of the last message; null when it was not read
/// @param said the answer to it; null when there was none
record Trial(
        Dialogue dialogue,
        List<Line> lines,
        @Nullable Reading reading,
        @Nullable Said said,
        @Nullable HandoverReason handover) {

    static Trial fresh() {
        return new Trial(Dialogue.fresh(), List.of(), null, null, null);
    }

    /// The next message begins anew but for what the dialogue remembers.
    Trial next() {
        return new Trial(dialogue, lines, null, null, null);
    }

    Trial read(Reading other) {
        return new Trial(dialogue, lines, other, said, handover);
    }

    Trial plus(Line line) {
        var all = new ArrayList<>(lines);
        all.add(line);
        return new Trial(dialogue, List.copyOf(all), reading, said, handover);
    }

    Trial after(DialogueCommand command) {
        var trial = this;
        for (var event : dialogue.decide(command)) {
            trial = trial.evolve(event);
        }
        return trial;
    }

    /// What would be asked of conversation-service is taken as granted.
    Trial granted(AgendaView agenda) {
        return switch (dialogue.flow()) {
            case Flow.Booking booking
            when dialogue.flow().isWaiting() -> after(new HearBooked(booking.booking(), agenda));
            case Flow.Cancelling cancelling
            when dialogue.flow().isWaiting() ->
                after(new HearCancelled(cancelling.booking().id(), agenda));
            case Flow.Booking _, Flow.Cancelling _, Flow.ChoosingBooking _, Flow.Quote _, Flow.None _ -> this;
        };
    }

    private Trial evolve(DialogueEvent event) {
        var after = dialogue.evolve(event);
        return switch (event) {
            case Answered answered -> new Trial(after, lines, reading, answered.said(), null);
            case Confirmed confirmed -> new Trial(after, lines, reading, confirmed.said(), null);
            case Told told -> new Trial(after, lines, reading, told.said(), null);
            case HandedOver over -> new Trial(after, lines, reading, over.said(), over.reason());
            default -> new Trial(after, lines, reading, said, handover);
        };
    }
}
