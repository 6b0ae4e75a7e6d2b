package fr.accueil.notification.media;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that came with a message and is to be fetched.
///
/// @param number which of the message's media, from 0
/// @param claimedType what the sender says it is: believed nowhere, asked only where the bytes leave a choice
/// @param since when it was first asked for
/// @param missingSince since when Twilio answers that it has none
record Medium(
        TenantId tenant,
        MessageId message,
        int number,
        ConversationId conversation,
        ChannelId channel,
        String providerSid,
        String url,
        String claimedType,
        Instant since,
        int tries,
        @Nullable Instant missingSince) {

    /// The same at each try, so that a try after a crash replaces what the one before may have left.
    String key() {
        return "%s/media/%s/%d".formatted(tenant, message, number);
    }

    /// Without its address, which no log may hold.
    @Override
    public String toString() {
        return "Medium[" + message + "/" + number + "]";
    }
}
