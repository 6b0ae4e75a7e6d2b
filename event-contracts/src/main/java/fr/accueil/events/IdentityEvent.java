package fr.accueil.events;

/// Topic `whatsapp.identities.v1`, compacted, key = channel + HMAC of the WhatsApp id, written and read by
/// webhook-ingest.
public sealed interface IdentityEvent extends AccueilEvent {

    /// Which customer an `ExternalUserId` is, the first time it was seen.
    ///
    /// @param customer the key that the conversation id was computed from
    @WireName("IdentityLinked")
    record IdentityLinked(ChannelId channel, String externalUserIdHmac, String customer) implements IdentityEvent {}
}
