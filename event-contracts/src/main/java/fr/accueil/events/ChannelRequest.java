package fr.accueil.events;

/// Topic `channel.requests.v1`, key = channel: what a person asks of the way to Twilio. Written by
/// conversation-service, read by notification-service.
public sealed interface ChannelRequest extends AccueilEvent {

    /// Compare Twilio's list with what was received, now. Answered by [ChannelFact.ChannelReconciled].
    @WireName("ReconcileChannel")
    record ReconcileChannel(ChannelId channel) implements ChannelRequest {}

    /// List the account's templates anew. Answered on `whatsapp.templates.v1`.
    @WireName("ListTemplates")
    record ListTemplates(ChannelId channel) implements ChannelRequest {}
}
