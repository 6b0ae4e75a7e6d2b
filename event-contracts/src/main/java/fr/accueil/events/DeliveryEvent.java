package fr.accueil.events;

import org.jspecify.annotations.Nullable;

/// Topic `whatsapp.delivery.v1`, key = conversation, written by notification-service: the one state of each outgoing
/// message, and what became of the media of each received one.
///
/// `round` is that of the [OutboundEvent.SendMessage] that an event speaks of: what belongs to an earlier
/// round than the newest known one moves a state only to `delivered` or `read`.
public sealed interface DeliveryEvent extends AccueilEvent {

    ConversationId conversation();

    /// Where an outgoing message stands.
    sealed interface MessageNews extends DeliveryEvent {

        MessageId message();

        int round();
    }

    /// What became of a medium of a received message.
    sealed interface MediaNews extends DeliveryEvent {

        MessageId message();

        int index();
    }

    /// Nothing that was written under an older leadership than this can go out any more: a take-over is done.
    ///
    /// @param number of the newest [OutboundEvent.LeadChanged] that this holds for
    @WireName("LeadFenced")
    record LeadFenced(ConversationId conversation, long number) implements DeliveryEvent {}

    /// Twilio took it.
    @WireName("MessageAccepted")
    record MessageAccepted(MessageId message, ConversationId conversation, String providerSid, int round)
            implements MessageNews {}

    /// One tick.
    @WireName("MessageSent")
    record MessageSent(MessageId message, ConversationId conversation, int round) implements MessageNews {}

    /// Two ticks.
    @WireName("MessageDelivered")
    record MessageDelivered(MessageId message, ConversationId conversation, int round) implements MessageNews {}

    /// Two blue ticks.
    @WireName("MessageRead")
    record MessageRead(MessageId message, ConversationId conversation, int round) implements MessageNews {}

    /// It waits for a retry; the conversation goes on.
    ///
    /// @param reason a French sentence
    @WireName("MessageDelayed")
    record MessageDelayed(MessageId message, ConversationId conversation, String reason, int round)
            implements MessageNews {}

    /// It will not be sent, or no attempt is left.
    ///
    /// @param explanation a French sentence for the manager
    /// @param errorCode Twilio's, when Twilio refused
    @WireName("MessageRefused")
    record MessageRefused(
            MessageId message,
            ConversationId conversation,
            RefusalReason reason,
            String explanation,
            @Nullable String errorCode,
            int round)
            implements MessageNews {}

    enum RefusalReason {
        HUMAN_LEADS,
        WINDOW_CLOSED,
        OPTED_OUT,
        CHANNEL_UNKNOWN,
        PROVIDER_REFUSED
    }

    /// A medium of a received message is in our object store.
    ///
    /// @param index which of the message's media, from 0
    /// @param key in the object store, in which every key begins with the tenant
    /// @param contentType as its first bytes say, not as the sender says
    /// @param size bytes
    /// @param fileName where the sender gave one
    @WireName("MediaFetched")
    record MediaFetched(
            MessageId message,
            ConversationId conversation,
            int index,
            String key,
            String contentType,
            long size,
            @Nullable String fileName)
            implements MediaNews {}

    /// A medium of a received message cannot be had.
    ///
    /// @param explanation a French sentence for the manager
    @WireName("MediaUnavailable")
    record MediaUnavailable(
            MessageId message, ConversationId conversation, int index, MediaProblem problem, String explanation)
            implements MediaNews {}

    enum MediaProblem {
        /// Its address is none of Twilio's for this account: it was not called.
        FOREIGN_ADDRESS,
        TOO_LARGE,
        /// Its first bytes are none of a kind that WhatsApp carries.
        UNKNOWN_TYPE,
        /// Twilio has it no more.
        GONE,
        /// Tried for hours in vain.
        UNREACHABLE
    }
}
