package fr.accueil.conversation.tenant;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import org.jspecify.annotations.Nullable;

/// One WhatsApp sender of a business, as a person sets it up.
///
/// @param address `whatsapp:+33…`
/// @param authToken of the Twilio account, in clear: it never leaves this service so
public record Channel(
        ChannelId id,
        TenantId tenant,
        String address,
        String accountSid,
        @Nullable String messagingServiceSid,
        String authToken) {

    @Override
    public String toString() {
        return "Channel[" + id + "]";
    }
}
