package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Topic `conversation.changes.v1`, key = tenant, written by conversation-service: everything that a dashboard shows.
public sealed interface ChangeEvent extends AccueilEvent
        permits ChangeEvent.ConversationChanged,
                ChangeEvent.MessageChanged,
                ChangeEvent.BookingNews,
                ChangeEvent.LeadRecorded,
                ChangeEvent.QuestionRecorded,
                OutboundEvent.LeadChanged,
                ErasureEvent.CustomerErased {

    /// A row of the inbox as it is now. Ignored by who has seen a later `version` of this conversation.
    @WireName("ConversationChanged")
    record ConversationChanged(Conversation conversation) implements ChangeEvent {}

    /// A message as it is now: new, or its state moved. Ignored by who has seen a later `version` of this message.
    ///
    /// @param version the conversation's version that this change made
    @WireName("MessageChanged")
    record MessageChanged(ConversationId conversation, long version, Message message) implements ChangeEvent {}

    /// What became of a booking, or of the wish for one. The assistant calls nothing held or confirmed before it.
    sealed interface BookingNews extends ChangeEvent {}

    /// @param practitioner whom the visit will be with; null on a seat
    @WireName("SlotHeld")
    record SlotHeld(
            BookingId booking,
            ConversationId conversation,
            @Nullable PractitionerId practitioner,
            Instant start,
            Instant end,
            Instant heldUntil)
            implements BookingNews {}

    /// What was asked for cannot be had.
    ///
    /// @param start the one that was asked for
    /// @param reason of the agenda's refusals: `taken`, `closed`, `past`, `away`…
    /// @param alternatives the free starts that come nearest, in order
    @WireName("SlotTaken")
    record SlotTaken(
            BookingId booking, ConversationId conversation, Instant start, String reason, List<Instant> alternatives)
            implements BookingNews {}

    /// @param replaces the booking that it moved: cancelled with it
    @WireName("BookingConfirmed")
    record BookingConfirmed(Booking booking, @Nullable BookingId replaces) implements BookingNews {}

    /// Changed by the team, by a reminder, or by what its customer said of it.
    @WireName("BookingChanged")
    record BookingChanged(Booking booking) implements BookingNews {}

    @WireName("BookingCancelled")
    record BookingCancelled(Booking booking) implements BookingNews {}

    /// The customer was reminded the day before; what they answer is about this booking.
    ///
    /// @param message what was sent
    @WireName("BookingReminded")
    record BookingReminded(BookingId booking, ConversationId conversation, MessageId message) implements BookingNews {}

    /// A quote request as it is now.
    @WireName("LeadRecorded")
    record LeadRecorded(Lead lead) implements ChangeEvent {}

    /// A question that no FAQ settled, as it is now.
    @WireName("QuestionRecorded")
    record QuestionRecorded(OpenQuestion question) implements ChangeEvent {}

    /// The same shape as the REST API's view of a booking.
    ///
    /// @param conversation null when the team entered it by hand
    /// @param version grows with each change
    /// @param customerName as the customer or the team gave it
    /// @param phone in E.164
    /// @param byAssistant who entered it
    /// @param remindedAt when the customer was reminded of it
    /// @param reminderProblem why they were not
    /// @param reconfirmedAt when they said, reminded, that they will come
    record Booking(
            BookingId id,
            long version,
            @Nullable ConversationId conversation,
            BookingStatus status,
            List<BookedService> services,
            @Nullable BookedWith practitioner,
            Instant start,
            Instant end,
            String customerName,
            @Nullable String phone,
            boolean byAssistant,
            Instant createdAt,
            @Nullable Instant remindedAt,
            @Nullable ReminderProblem reminderProblem,
            @Nullable Instant reconfirmedAt) {}

    /// Why a customer was not reminded of their booking.
    enum ReminderProblem {
        /// The customer has not written for a day, and there is no approved template to remind them by.
        @JsonProperty("no_template")
        NO_TEMPLATE,
        /// They want no messages.
        @JsonProperty("opted_out")
        OPTED_OUT,
        /// Nobody knows an address of theirs.
        @JsonProperty("no_address")
        NO_ADDRESS
    }

    enum BookingStatus {
        @JsonProperty("booked")
        BOOKED,
        @JsonProperty("cancelled")
        CANCELLED
    }

    /// @param name as it was called when it was booked
    record BookedService(ServiceId id, String name) {}

    record BookedWith(PractitionerId id, String name) {}

    /// The same shape as the REST API's view of a quote request (*devis*).
    ///
    /// @param need in the customer's words
    /// @param photos the customer's messages that carry them
    record Lead(
            LeadId id,
            long version,
            ConversationId conversation,
            LeadStatus status,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String need,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<MessageId> photos,
            Instant at) {}

    enum LeadStatus {
        @JsonProperty("new")
        NEW,
        @JsonProperty("handled")
        HANDLED
    }

    /// The same shape as the REST API's view of a question that no FAQ settled.
    ///
    /// @param times how often it was asked, in the same words
    /// @param nearest the FAQ that came nearest the last time
    record OpenQuestion(
            UUID id,
            String text,
            int times,
            @Nullable FaqId nearest,
            ConversationId lastConversation,
            Instant lastAt) {}

    /// The same shape as the REST API's view of a conversation.
    ///
    /// @param version grows with each change
    /// @param awaitingPerson a person was asked for and none has answered yet (*Attend une personne*)
    /// @param leaderNumber see [OutboundEvent.LeadChanged]
    /// @param unread inbound messages since a person last read it
    /// @param freeTextUntil until when free text may be sent
    /// @param leaderChanging words of the former leader may still be under way: the take-over is not done yet
    /// @param optedOutAt since when the customer wants no messages; null when they may be written to
    record Conversation(
            ConversationId id,
            long version,
            Status status,
            boolean awaitingPerson,
            AssistantEvent.@Nullable HandoverReason handoverReason,
            Leader leader,
            long leaderNumber,
            Contact customer,
            ChannelId channel,
            @Nullable Message lastMessage,
            int unread,
            Instant lastActivityAt,
            @Nullable Instant freeTextUntil,
            @Nullable Instant optedOutAt,
            boolean leaderChanging) {}

    enum Status {
        @JsonProperty("new")
        NEW,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("resolved")
        RESOLVED
    }

    /// @param address `whatsapp:…`
    record Contact(@Nullable String name, @Nullable String phone, String address) {}

    /// The same shape as the REST API's view of a message.
    ///
    /// @param status inbound: `received`; outbound: where its delivery stands
    /// @param failure a French sentence, when it was refused
    /// @param answers the inbound messages that it answers
    /// @param resendable a person may ask for it to be sent again
    /// @param round how many times it was asked for again
    /// @param attachments of a received message, in its order
    /// @param repliedTo the message that this one quotes
    /// @param recovered brought back by reconciliation
    /// @param template of an outgoing one: the template that it was sent by
    record Message(
            MessageId id,
            Direction direction,
            Author author,
            MessageKind kind,
            String body,
            Instant at,
            DeliveryStatus status,
            @Nullable String failure,
            List<MessageId> answers,
            AssistantEvent.@Nullable Reasons reasons,
            long version,
            boolean resendable,
            int round,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Attachment> attachments,
            InboundEvent.@Nullable Location location,
            InboundEvent.@Nullable ButtonReply button,
            @Nullable Quote repliedTo,
            InboundEvent.@Nullable Referral referral,
            boolean forwarded,
            boolean recovered,
            OutboundEvent.@Nullable Template template) {}

    /// One medium of a received message. Its bytes are at
    /// `/api/conversations/{conversation}/messages/{message}/attachments/{index}` once it is `ready`.
    ///
    /// @param size bytes, once ready
    /// @param problem a French sentence, when it cannot be had
    record Attachment(
            int index,
            String contentType,
            AttachmentState state,
            @Nullable Long size,
            @Nullable String fileName,
            @Nullable String problem) {}

    enum AttachmentState {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("ready")
        READY,
        @JsonProperty("unavailable")
        UNAVAILABLE
    }

    /// @param message null when we do not have what is quoted
    /// @param excerpt its beginning
    record Quote(
            @Nullable MessageId message,
            @Nullable Author author,
            @Nullable String excerpt) {}

    enum Direction {
        @JsonProperty("inbound")
        INBOUND,
        @JsonProperty("outbound")
        OUTBOUND
    }

    /// Where a message stands. Within one round it moves forward only: a later constant never gives way to an earlier
    /// one, except that
    /// `delayed` gives way to all but `queued`, and `refused` gives way to `delivered` and `read`.
    enum DeliveryStatus {
        @JsonProperty("received")
        RECEIVED,
        @JsonProperty("queued")
        QUEUED,
        @JsonProperty("delayed")
        DELAYED,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("sent")
        SENT,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("delivered")
        DELIVERED,
        @JsonProperty("read")
        READ
    }
}
