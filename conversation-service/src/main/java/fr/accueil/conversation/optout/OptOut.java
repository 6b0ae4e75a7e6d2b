package fr.accueil.conversation.optout;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.events.ChangeEvent.Contact;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the ledger.
///
/// @param word what the customer wrote to stop
/// @param reason what messages were resumed by
/// @param message the customer's message that asked for it
public record OptOut(
        ConversationId conversation,
        Contact customer,
        Instant at,
        Kind kind,
        @Nullable String word,
        @Nullable Reason reason,
        MessageId message) {

    public enum Kind {
        @JsonProperty("stop")
        STOP,
        @JsonProperty("resume")
        RESUME
    }

    public enum Reason {
        @JsonProperty("keyword")
        KEYWORD,
        @JsonProperty("explicit_wish")
        EXPLICIT_WISH
    }
}
