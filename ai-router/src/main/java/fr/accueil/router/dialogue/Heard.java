package fr.accueil.router.dialogue;

import fr.accueil.events.ChannelId;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import java.time.Instant;

/// A customer's message that nobody has answered yet.
///
/// @param at when the customer wrote it
/// @param owedSince since when the assistant owes an answer: when it was recorded, or when the thread was handed back
/// @param from the address that an answer goes to
record Heard(
        MessageId id,
        Instant at,
        Instant owedSince,
        ChannelId channel,
        String from,
        String providerSid,
        MessageKind kind,
        String body) {

    Heard owedSince(Instant since) {
        return new Heard(id, at, since, channel, from, providerSid, kind, body);
    }

    /// Whether there are words to read: a text, or a button's label.
    boolean readable() {
        return (kind == MessageKind.TEXT || kind == MessageKind.BUTTON) && !body.isBlank();
    }
}
