package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    /// @param urgent someone may be in danger, or water runs: the team is told at once
    @WireName("HandoverRequested")
    record HandoverRequested(
            ConversationId conversation,
            List<MessageId> answers,
            HandoverReason reason,
            @Nullable MessageId message,
            @Nullable Reasons reasons,
            long leaderNumber,
            boolean urgent)
            implements AssistantEvent {}

    /// The assistant and the customer have begun something that takes several messages.
    @WireName("FlowStarted")
    record FlowStarted(ConversationId conversation, Flow flow) implements AssistantEvent {}

    /// The customer gave it up, or fell silent over it.
    @WireName("FlowAbandoned")
    record FlowAbandoned(ConversationId conversation, Flow flow) implements AssistantEvent {}

    enum Flow {
        @JsonProperty("booking")
        BOOKING,
        @JsonProperty("move")
        MOVE,
        @JsonProperty("cancellation")
        CANCELLATION,
        @JsonProperty("quote")
        QUOTE
    }

    /// Asks that a slot be kept for this customer until they have confirmed it. Answered by [ChangeEvent.SlotHeld] or
    /// [ChangeEvent.SlotTaken]; a second one for the same booking holds the new slot in place of the old one.
    ///
    /// @param booking the id that the booking will have
    /// @param services in one visit, in their order
    /// @param practitioner the one wanted; null for anybody
    /// @param heldUntil when it is free again by itself
    /// @param replaces the customer's booking that is to be moved: it does not stand in its own way
    @WireName("SlotHoldRequested")
    record SlotHoldRequested(
            BookingId booking,
            ConversationId conversation,
            List<ServiceId> services,
            @Nullable PractitionerId practitioner,
            Instant start,
            Instant heldUntil,
            @Nullable BookingId replaces)
            implements AssistantEvent {}

    /// The customer does not want the slot that is held: it is free again.
    @WireName("SlotReleased")
    record SlotReleased(BookingId booking, ConversationId conversation) implements AssistantEvent {}

    /// Asks for the booking that the customer confirmed, held before or not. Answered by
    /// [ChangeEvent.BookingConfirmed] or [ChangeEvent.SlotTaken].
    ///
    /// @param name of the customer, as they gave it
    /// @param phone in E.164, when known
    /// @param replaces the booking that is moved: cancelled in the same transaction
    @WireName("BookingRequested")
    record BookingRequested(
            BookingId booking,
            ConversationId conversation,
            List<ServiceId> services,
            @Nullable PractitionerId practitioner,
            Instant start,
            String name,
            @Nullable String phone,
            @Nullable BookingId replaces)
            implements AssistantEvent {}

    /// The customer gives up their booking. Answered by [ChangeEvent.BookingCancelled].
    @WireName("BookingCancellationRequested")
    record BookingCancellationRequested(BookingId booking, ConversationId conversation) implements AssistantEvent {}

    /// The customer said, reminded of it, that they will come.
    @WireName("BookingReconfirmed")
    record BookingReconfirmed(BookingId booking, ConversationId conversation) implements AssistantEvent {}

    /// A quote request is complete.
    ///
    /// @param phone in E.164
    /// @param need in the customer's words
    /// @param photos the customer's messages that carry them
    @WireName("LeadCaptured")
    record LeadCaptured(
            LeadId lead,
            ConversationId conversation,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String need,
            List<MessageId> photos)
            implements AssistantEvent {}

    /// No FAQ settled it: it goes to the list of unanswered questions.
    ///
    /// @param nearest the FAQ that came nearest
    @WireName("QuestionLeftOpen")
    record QuestionLeftOpen(
            ConversationId conversation,
            MessageId message,
            String question,
            @Nullable FaqId nearest) implements AssistantEvent {}

    /// Why the assistant said what it said.
    ///
    /// @param engine which engine answered: `local`, …
    /// @param intent what it took the message for
    /// @param faq the FAQ that it rests on, the first of several
    /// @param confidence in the intent, from 0 to 1
    /// @param faqs all FAQs that it rests on
    /// @param slots what it took from the message, by name: `date`, `time`, `service`…
    /// @param mood `neutral`, `unhappy` or `angry`
    /// @param milliseconds from the end of the quiet time to the answer
    /// @param usage of a language model; null where none was asked
    record Reasons(
            String engine,
            String intent,
            @Nullable FaqId faq,
            @Nullable String faqQuestion,
            double confidence,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            List<FaqUse> faqs,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
            Map<String, String> slots,

            @Nullable String mood,
            @Nullable Long milliseconds,
            @Nullable ModelUsage usage) {

        public Reasons(
                String engine, String intent, @Nullable FaqId faq, @Nullable String faqQuestion, double confidence) {
            this(engine, intent, faq, faqQuestion, confidence, List.of(), Map.of(), null, null, null);
        }
    }

    /// @param score how surely it settles the question, from 0 to 1
    record FaqUse(FaqId faq, String question, double score) {}

    /// What a language model cost.
    ///
    /// @param model as its provider names it
    /// @param inputTokens of all calls for this answer
    /// @param microEuros millionths of a euro, by the configured prices; null when none are configured
    record ModelUsage(
            String model,
            int calls,
            int inputTokens,
            int outputTokens,
            @Nullable Long microEuros) {}

    /// Why a person is needed.
    enum HandoverReason {
        NOT_UNDERSTOOD,
        NO_ANSWER_KNOWN,
        CUSTOMER_ASKED,
        COMPLAINT,
        DEADLINE_PASSED,
        TOO_OLD,
        UNSUPPORTED_MESSAGE,
        ASSISTANT_FAILED,
        /// Twice in a row.
        MISUNDERSTOOD,
        /// Health, law, money back: not the assistant to decide.
        SENSITIVE,
        /// Gas, water, fire, no power.
        URGENT,
        /// The agenda did not answer in time, or the slot could not be had.
        BOOKING_UNCONFIRMED,
        OTHER_LANGUAGE
    }
}
