package fr.accueil.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a message is made of. On the wire in lower case; an unknown kind reads as `unsupported`.
public enum MessageKind {
    TEXT,
    IMAGE,
    AUDIO,
    VIDEO,
    DOCUMENT,
    STICKER,
    CONTACT,
    LOCATION,
    BUTTON,
    UNSUPPORTED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static MessageKind of(String wire) {
        for (var kind : values()) {
            if (kind.wire().equals(wire)) {
                return kind;
            }
        }
        return UNSUPPORTED;
    }
}
