package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One question and answer of a business.
public record FaqId(@JsonValue UUID value) {

    public static FaqId of(UUID value) {
        return new FaqId(value);
    }

    /// @throws IllegalArgumentException when the text is not a UUID
    @JsonCreator
    public static FaqId of(String text) {
        return new FaqId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
