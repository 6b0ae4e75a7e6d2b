package fr.accueil.conversation.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.events.ChannelId;
import org.jspecify.annotations.Nullable;

/// One WhatsApp sender of a business, as everybody in it may see it.
///
/// @param address `whatsapp:+33…`: the one that is connected, or was, or is to be; null while nobody has said which
/// @param isProven whether Twilio has opened the account with what was entered last
public record Sender(
        ChannelId id,
        State state,
        @Nullable String address,
        String accountSid,
        @Nullable String messagingServiceSid,
        boolean isProven,
        long version) {

    public enum State {
        /// Entered; the other services do not know it yet.
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("connected")
        CONNECTED,
        /// Was connected. Its conversations stay; its tokens are gone.
        @JsonProperty("disconnected")
        DISCONNECTED
    }
}
