package fr.accueil.events;

import org.jspecify.annotations.Nullable;

/// Topic `channel.requests.v1`, key = channel: what a person asks of the way to Twilio. Written by
/// conversation-service, read by notification-service.
public sealed interface ChannelRequest extends AccueilEvent {

    /// Compare Twilio's list with what was received, now. Answered by [ChannelFact.ChannelReconciled].
    @WireName("ReconcileChannel")
    record ReconcileChannel(ChannelId channel) implements ChannelRequest {}

    /// List the account's templates anew. Answered on `whatsapp.templates.v1`.
    @WireName("ListTemplates")
    record ListTemplates(ChannelId channel) implements ChannelRequest {}

    /// See whether these credentials open the account and which WhatsApp senders it has: also of a channel that is not
    /// connected yet. Answered by [ChannelFact.ChannelChecked].
    ///
    /// @param revision of the credentials: the answer names it
    /// @param authToken Tink AEAD ciphertext in Base64, bound to tenant and channel
    /// @param messagingServiceSid `MG…`: then its senders are meant
    @WireName("CheckChannel")
    record CheckChannel(
            ChannelId channel,
            int revision,
            String accountSid,
            String authToken,
            @Nullable String messagingServiceSid) implements ChannelRequest {}
}
