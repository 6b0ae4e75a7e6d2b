package fr.accueil.ingest.channel;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One WhatsApp sender of a business, with the tokens that its webhooks may be signed with: two while the account's
/// token is being rotated.
///
/// @param authTokens decrypted, in memory only
/// @param readable false when a token could not be decrypted, so that a signature that fits none proves nothing
public record Channel(
        ChannelId id,
        TenantId tenant,
        String address,
        String accountSid,
        @Nullable String messagingServiceSid,
        List<String> authTokens,
        boolean readable) {

    /// Without the tokens: this text may get into a log.
    @Override
    public String toString() {
        return "Channel[" + id + " of " + tenant + "]";
    }
}
