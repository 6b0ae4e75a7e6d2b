package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the waiting messages ask of the assistant now.
public sealed interface Turn {

    /// Nothing waits, someone else leads, or the agenda is to answer first.
    record Silence() implements Turn {}

    record Read(List<Heard> messages) implements Turn {}

    /// There are no words to read, and yet something to say: to a voice note, a sticker, a photo of a quote.
    record AnswerMedia(List<Heard> messages) implements Turn {}

    /// The customer opted out: these are read for whether they ask for something nevertheless.
    ///
    /// @param passOn why all that waits goes to a person then; null when a person leads
    record ReadForWish(List<Heard> messages, @Nullable HandoverReason passOn) implements Turn {}

    record PassOn(HandoverReason reason) implements Turn {}
}
