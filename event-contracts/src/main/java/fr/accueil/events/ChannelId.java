package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One WhatsApp sender of a business.
public record ChannelId(@JsonValue UUID value) {

    public static ChannelId of(UUID value) {
        return new ChannelId(value);
    }

    /// @throws IllegalArgumentException when the text is not a UUID
    @JsonCreator
    public static ChannelId of(String text) {
        return new ChannelId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
