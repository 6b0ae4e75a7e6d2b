package fr.accueil.conversation.contact;

import fr.accueil.events.ConversationId;
import java.util.List;

/// Who writes.
///
/// @param moved the conversations of who turned out to be the same person: theirs now, one version up and still to be
///     told
public record Recognised(Contact contact, List<ConversationId> moved) {

    static Recognised alone(Contact contact) {
        return new Recognised(contact, List.of());
    }
}
