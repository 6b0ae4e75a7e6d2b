package fr.accueil.conversation.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.accueil.events.ConversationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the register.
///
/// @param person subject of the token of who did it
/// @param personName as they were called then
/// @param conversation whose it was; null once the customer is erased
/// @param customer as they were called then; null once they are erased
/// @param erasure whose receipt there is; of an erasure alone
public record RegisterEntry(
        UUID id,
        Instant at,
        String person,
        String personName,
        Act act,
        @Nullable ConversationId conversation,
        @Nullable String customer,
        @Nullable UUID erasure) {

    public enum Act {
        /// Looked at a conversation; once for each person, conversation and day.
        @JsonProperty("opened")
        OPENED,
        @JsonProperty("exported")
        EXPORTED,
        @JsonProperty("erased")
        ERASED
    }
}
