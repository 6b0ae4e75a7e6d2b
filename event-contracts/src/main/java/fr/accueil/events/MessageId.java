package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One message, in or out. An inbound message's id is computed from Twilio's, see [Ids].
public record MessageId(@JsonValue UUID value) {

    public static MessageId of(UUID value) {
        return new MessageId(value);
    }

    /// @throws IllegalArgumentException when the text is not a UUID
    @JsonCreator
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
