package fr.accueil.ingest.twilio;

import fr.accueil.events.TenantId;
import fr.accueil.ingest.channel.Channel;
import java.util.Set;

/// Who a webhook with a right signature is from.
sealed interface Origin {

    /// From the account of a channel, for this channel.
    record OfChannel(Channel channel) implements Origin {}

    /// From an account that is ours, for a number that is no channel of it.
    ///
    /// @param tenants whose tokens the signature was made with
    record OfAccount(Set<TenantId> tenants) implements Origin {}
}
