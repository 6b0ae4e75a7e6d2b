package fr.accueil.events;

import org.jspecify.annotations.Nullable;

/// Topic `whatsapp.status.v1`, key = conversation, written by webhook-ingest, and by notification-service for what
/// Twilio gave up to call back; read by notification-service alone.
public sealed interface StatusEvent extends AccueilEvent {

    /// What Twilio says of one attempt to deliver one part of a message. Unordered and repeated: the reader ranks it.
    ///
    /// @param message our message, from the callback address; null when Twilio called an address that names none
    /// @param part of a text that was split, from 0
    /// @param attempt which try of ours, the id in the callback address
    /// @param status Twilio's word, as received: `sent`, `delivered`, `read`, `failed`, `undelivered`…
    @WireName("DeliveryStatusReported")
    record DeliveryStatusReported(
            ConversationId conversation,
            @Nullable MessageId message,
            int part,
            @Nullable String attempt,
            String providerSid,
            String status,
            @Nullable String errorCode,
            @Nullable String errorMessage)
            implements StatusEvent {}
}
