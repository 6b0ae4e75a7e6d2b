package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One customer's thread with one of a business's channels; computed once, by ingest, see [Ids].
public record ConversationId(@JsonValue UUID value) {

    public static ConversationId of(UUID value) {
        return new ConversationId(value);
    }

    /// @throws IllegalArgumentException when the text is not a UUID
    @JsonCreator
    public static ConversationId of(String text) {
        return new ConversationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
