package fr.accueil.events;

import org.jspecify.annotations.Nullable;

/// Topic `whatsapp.delivery.v1`, key = conversation, written by notification-service: the one state of each outgoing
/// message.
public sealed interface DeliveryEvent extends AccueilEvent {

    MessageId message();

    /// Twilio took it.
    @WireName("MessageAccepted")
    record MessageAccepted(MessageId message, ConversationId conversation, String providerSid)
            implements DeliveryEvent {}

    /// One tick.
    @WireName("MessageSent")
    record MessageSent(MessageId message, ConversationId conversation) implements DeliveryEvent {}

    /// Two ticks.
    @WireName("MessageDelivered")
    record MessageDelivered(MessageId message, ConversationId conversation) implements DeliveryEvent {}

    /// Two blue ticks.
    @WireName("MessageRead")
    record MessageRead(MessageId message, ConversationId conversation) implements DeliveryEvent {}

    /// It waits for a retry; the conversation goes on.
    @WireName("MessageDelayed")
    record MessageDelayed(MessageId message, ConversationId conversation, String reason) implements DeliveryEvent {}

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
            @Nullable String errorCode)
            implements DeliveryEvent {}

    enum RefusalReason {
        HUMAN_LEADS,
        WINDOW_CLOSED,
        OPTED_OUT,
        CHANNEL_UNKNOWN,
        PROVIDER_REFUSED
    }
}
