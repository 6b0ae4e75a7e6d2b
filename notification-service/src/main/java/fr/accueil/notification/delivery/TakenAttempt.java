package fr.accueil.notification.delivery;

import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import java.time.Instant;
import java.util.UUID;

/// An attempt of which Twilio's name is known, and how far it is known to have come.
public record TakenAttempt(
        String sid,
        ConversationId conversation,
        MessageId message,
        int part,
        UUID attempt,
        Instant startedAt,
        AttemptState state) {

    /// Whether Twilio's word for a status is news of it; a word that is not known is none.
    public boolean isBehind(String status) {
        return AttemptState.ofStatus(status).filter(state::mayBecome).isPresent();
    }
}
