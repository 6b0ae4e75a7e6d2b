package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.router.dialogue.DialogueEvent.Answered;
import fr.accueil.router.dialogue.DialogueEvent.HandedOver;
import fr.accueil.router.dialogue.DialogueEvent.InFlow;
import fr.accueil.router.flow.Leaving;
import fr.accueil.router.speech.Content;
import fr.accueil.router.speech.Content.PassedOn;
import fr.accueil.router.speech.Matter;
import fr.accueil.router.speech.Presence;
import fr.accueil.router.speech.Said;
import fr.accueil.router.understanding.Language;
import fr.accueil.router.understanding.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the assistant says in a dialogue, and how it leaves it to a person.
record Speak(Dialogue dialogue) {

    DialogueEvent answer(List<Content> contents, Reading reading) {
        return new Answered(
                dialogue.waiting(),
                say(contents, reading.language()),
                reading,
                dialogue.lead().number());
    }

    /// Answers these, because of what was not the customer's words.
    DialogueEvent answer(List<Heard> messages, List<Content> contents, Language language) {
        return new Answered(
                messages, say(contents, language), null, dialogue.lead().number());
    }

    HandedOver passOn(List<Content> before, HandoverReason reason, Matter matter, Presence presence, Reading reading) {
        var contents = new ArrayList<>(before);
        contents.add(new PassedOn(matter, presence));
        return handOver(dialogue.waiting(), reason, say(contents, reading.language()), reading);
    }

    /// What a newer message has overtaken is handed over without a word: the customer has had an answer since.
    List<DialogueEvent> giveUp(HandoverReason reason, boolean mayBeWrittenTo) {
        var quietly = !mayBeWrittenTo || dialogue.waiting().stream().allMatch(dialogue::overtaken);
        var matter = reason == HandoverReason.UNSUPPORTED_MESSAGE ? Matter.MEDIA : Matter.DELAYED;
        var said = quietly ? null : say(List.of(new PassedOn(matter)), language());
        var events = new ArrayList<DialogueEvent>();
        if (!dialogue.flow().isWaiting()) {
            Leaving.behind(dialogue.flow()).forEach(fact -> events.add(new InFlow(fact)));
        }
        events.add(handOver(dialogue.waiting(), reason, said, null));
        return List.copyOf(events);
    }

    HandedOver handOver(List<Heard> messages, HandoverReason reason, @Nullable Said said, @Nullable Reading reading) {
        return new HandedOver(messages, reason, said, reading, dialogue.lead().number());
    }

    Said say(List<Content> contents, Language language) {
        return new Said(contents, language, !dialogue.introduced());
    }

    /// The one that they were last answered in.
    Language language() {
        return Objects.requireNonNullElse(dialogue.memory().language(), Language.FRENCH);
    }
}
