package fr.accueil.notification.channel;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;

/// One WhatsApp sender of a business, and what it needs to call Twilio.
///
/// @param address `whatsapp:+33…`
public record Channel(ChannelId id, TenantId tenant, String address, String accountSid, String authToken) {

    /// Without the token: a record that is printed must not tell it.
    @Override
    public String toString() {
        return "Channel[" + id + "]";
    }
}
