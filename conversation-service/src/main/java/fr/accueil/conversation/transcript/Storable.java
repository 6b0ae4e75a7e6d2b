package fr.accueil.conversation.transcript;

import fr.accueil.events.Wire;

/// Texts from outside as PostgreSQL can keep them: it knows no NUL, which a message that holds one must not die of.
final class Storable {

    private static final String REPLACEMENT = "\uFFFD";

    private Storable() {}

    static String text(String text) {
        return text.replace("\0", REPLACEMENT);
    }

    static String json(Object value) {
        return Wire.json().writeValueAsString(value).replace("\\u0000", REPLACEMENT);
    }
}
