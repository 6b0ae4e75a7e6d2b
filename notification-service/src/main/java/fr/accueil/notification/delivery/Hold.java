package fr.accueil.notification.delivery;

import fr.accueil.events.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Twilio takes nothing at all from a sender for now: its messages wait, and one at a time tries.
///
/// @param until when the next one tries
/// @param code Twilio's, why
record Hold(ChannelId channel, Instant until, @Nullable String code) {

    boolean holds(Outgoing message, Instant now) {
        return channel.equals(message.channel()) && until.isAfter(now);
    }
}
