package fr.accueil.conversation.transcript;

import fr.accueil.events.Wire;
import org.jspecify.annotations.Nullable;

/// A part of a message in one column, as it stands in events.
final class JsonColumn {

    private JsonColumn() {}

    static @Nullable String write(@Nullable Object value) {
        return value == null ? null : Wire.json().writeValueAsString(value);
    }

    static <T> @Nullable T read(@Nullable String column, Class<T> type) {
        return column == null ? null : Wire.json().readValue(column, type);
    }
}
