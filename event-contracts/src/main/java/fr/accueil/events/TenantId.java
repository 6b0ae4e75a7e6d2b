package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A workspace: one business.
public record TenantId(@JsonValue UUID value) {

    public static TenantId of(UUID value) {
        return new TenantId(value);
    }

    /// @throws IllegalArgumentException when the text is not a UUID
    @JsonCreator
    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
