package fr.accueil.notification.channel;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import java.util.List;

/// One WhatsApp sender of a business, and what it needs to call Twilio.
///
/// @param address `whatsapp:+33…`
/// @param authTokens the account's, newest first: two while one replaces the other
public record Channel(ChannelId id, TenantId tenant, String address, String accountSid, List<String> authTokens) {

    /// The newest.
    public String authToken() {
        return authTokens.getFirst();
    }

    /// Without the token: a record that is printed must not tell it.
    @Override
    public String toString() {
        return "Channel[" + id + "]";
    }
}
