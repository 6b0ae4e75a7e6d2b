package fr.accueil.router.dialogue;

import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.ResumeReason;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.speech.Said;
import fr.accueil.router.understanding.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

public sealed interface DialogueEvent {

    record MessageHeard(Heard message) implements DialogueEvent {}

    /// Who leads is someone else, or the assistant again.
    record LeadMoved(Lead lead) implements DialogueEvent {}

    /// From now on the assistant owes an answer to what waits.
    record AnswersOwed(Instant since) implements DialogueEvent {}

    /// A person has these, or had them: the assistant will not answer them.
    record LeftToPerson(List<Heard> messages) implements DialogueEvent {}

    /// @param reading null when the answer rests on what another service said, or on a message without words
    record Answered(
            List<Heard> messages, Said said, @Nullable Reading reading, long leaderNumber) implements DialogueEvent {}

    /// The customer is told something that they did not just ask for.
    record Told(Said said, long leaderNumber) implements DialogueEvent {}

    /// The customer was told that nobody has come yet.
    record Reassured(Said said, long leaderNumber) implements DialogueEvent {}

    record InFlow(FlowEvent fact) implements DialogueEvent {}

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

    /// The customer wants no messages any more.
    ///
    /// @param confirmation the one message that still goes out
    record SendingStopped(
            Heard request, String word, @Nullable MessageId confirmation) implements DialogueEvent {}

    /// The customer wants messages again.
    record SendingResumed(Heard request, ResumeReason reason) implements DialogueEvent {}

    /// The customer was told that messages stop, or come again.
    record Confirmed(MessageId confirmation, List<Heard> messages, Said said, long leaderNumber)
            implements DialogueEvent {}

    /// Said to who wants no messages and asked for none: nothing. They were told before.
    record KeptSilent(List<Heard> messages, MessageId confirmation) implements DialogueEvent {}

    /// None of these lifts the opt-out.
    record NothingWished(List<Heard> messages) implements DialogueEvent {}
}
