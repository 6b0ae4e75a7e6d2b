package fr.accueil.router.dialogue;

import fr.accueil.events.ConversationId;
import java.util.Locale;

/// What happens in a dialogue by the passing of time alone.
enum Timer {
    /// conversation-service has not answered.
    PATIENCE,
    /// A slot was kept long enough.
    HOLD,
    /// The customer fell silent over what runs.
    FLOW,
    /// Nobody has taken what was handed over.
    UNATTENDED;

    private static final String BETWEEN = ":";

    String key(ConversationId conversation) {
        return conversation + BETWEEN + name().toLowerCase(Locale.ROOT);
    }

    static Timer of(String key) {
        return valueOf(key.substring(key.indexOf(BETWEEN) + 1).toUpperCase(Locale.ROOT));
    }

    static ConversationId conversation(String key) {
        return ConversationId.of(key.substring(0, key.indexOf(BETWEEN)));
    }
}
