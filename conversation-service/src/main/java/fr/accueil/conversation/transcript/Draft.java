package fr.accueil.conversation.transcript;

import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.Wire;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person wants to send.
sealed interface Draft {

    record FreeText(String body) implements Draft {}

    record FromTemplate(Template template) implements Draft {}

    default @Nullable Template templateOrNull() {
        return this instanceof FromTemplate(var template) ? template : null;
    }

    /// The same text for the same wish, by which a repeated request is known.
    default String fingerprint() {
        return switch (this) {
            case FreeText(var body) -> body;
            case FromTemplate(var template) ->
                template.contentSid() + "\n" + Wire.json().writeValueAsString(new TreeMap<>(template.variables()));
        };
    }
}
