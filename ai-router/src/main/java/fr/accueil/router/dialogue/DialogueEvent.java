package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.router.understanding.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

sealed interface DialogueEvent {

    record MessageHeard(Heard message) implements DialogueEvent {}

    /// Who leads is someone else, or the assistant again.
    record LeadMoved(Lead lead) implements DialogueEvent {}

    /// From now on the assistant owes an answer to what waits.
    record AnswersOwed(Instant since) implements DialogueEvent {}

    /// A person has these, or had them: the assistant will not answer them.
    record LeftToPerson(List<Heard> messages) implements DialogueEvent {}

    record Answered(List<Heard> messages, Said said, Reading reading, long leaderNumber) implements DialogueEvent {}

    /// A person is to answer these.
    ///
    /// @param said null when the customer is told nothing
    record HandedOver(
            List<Heard> messages,
            HandoverReason reason,
            @Nullable Said said,
            @Nullable Reading reading,
            long leaderNumber)
            implements DialogueEvent {}
}
