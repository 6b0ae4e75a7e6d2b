package fr.accueil.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Topic `assistant.activity.v1`, key = conversation, written by ai-router, read by conversation-service.
public sealed interface AssistantEvent extends AccueilEvent {

    /// The assistant answered, and why it said what it said.
    ///
    /// @param message the `SendMessage` that carries the answer
    /// @param answers the inbound messages that it answers, each named in exactly one answer or hand-over
    @WireName("AnswerGiven")
    record AnswerGiven(MessageId message, ConversationId conversation, List<MessageId> answers, Reasons reasons)
            implements AssistantEvent {}

    /// A person is needed. The assistant stays silent until a later hand-back.
    ///
    /// @param message the `SendMessage` that tells the customer so; null when it leaves in silence
    /// @param answers the inbound messages that are handed over
    /// @param leaderNumber the number of the leadership that it was decided under: one that comes after a
    ///     take-over and a hand-back moves nothing
    @WireName("HandoverRequested")
    record HandoverRequested(
            ConversationId conversation,
            List<MessageId> answers,
            HandoverReason reason,
            @Nullable MessageId message,
            @Nullable Reasons reasons,
            long leaderNumber)
            implements AssistantEvent {}

    /// @param engine which engine answered: `local`, …
    /// @param intent what it took the message for
    /// @param faq the FAQ that it rests on
    /// @param confidence from 0 to 1
    record Reasons(
            String engine,
            String intent,
            @Nullable FaqId faq,
            @Nullable String faqQuestion,
            double confidence) {}

    /// Why a person is needed.
    enum HandoverReason {
        NOT_UNDERSTOOD,
        NO_ANSWER_KNOWN,
        CUSTOMER_ASKED,
        COMPLAINT,
        DEADLINE_PASSED,
        TOO_OLD,
        UNSUPPORTED_MESSAGE,
        ASSISTANT_FAILED
    }
}
