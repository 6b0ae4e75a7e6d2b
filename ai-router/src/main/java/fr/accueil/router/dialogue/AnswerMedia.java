package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.MessageKind;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.Flow;
import fr.accueil.router.flow.FlowEvent.FlowMoved;
import fr.accueil.router.quote.TakeQuote;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.AskedFor;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Content.PhotoAttached;
import fr.accueil.router.speech.Content.Sticker;
import fr.accueil.router.speech.Content.VoiceNote;
import fr.accueil.router.speech.Matter;
import java.util.List;

/// What the assistant does with messages without words: photos belong to a quote, a sticker is a smile, and it says
/// honestly that it cannot listen. A second voice note in a row is a person's.
record AnswerMedia(Dialogue dialogue) {

    List<DialogueEvent> answer(AgendaView agenda) {
        var photos = dialogue.waiting().stream()
                .filter(Heard::isAttachable)
                .map(Heard::id)
                .toList();
        if (!photos.isEmpty() && dialogue.flow() instanceof Flow.Quote quote) {
            var with = TakeQuote.attach(quote, photos);
            return List.of(
                    new InFlow(new FlowMoved(with)),
                    says(new PhotoAttached(with.draft().photos().size()), new AskedFor(quote.asked())));
        }
        if (dialogue.waiting().stream().noneMatch(it -> it.kind() == MessageKind.AUDIO)) {
            return List.of(says(new Sticker()));
        }
        return dialogue.memory().misunderstood() == 0 ? List.of(says(new VoiceNote())) : passOn(agenda);
    }

    private DialogueEvent says(Content... contents) {
        var speak = new Speak(dialogue);
        return speak.answer(dialogue.waiting(), List.of(contents), speak.language());
    }

    private List<DialogueEvent> passOn(AgendaView agenda) {
        var speak = new Speak(dialogue);
        var said = speak.say(List.of(new PassedOn(Matter.MEDIA, agenda.presence())), speak.language());
        return List.of(speak.handOver(dialogue.waiting(), HandoverReason.UNSUPPORTED_MESSAGE, said, null));
    }
}
