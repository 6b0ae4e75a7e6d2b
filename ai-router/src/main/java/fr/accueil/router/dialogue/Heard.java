package fr.accueil.router.dialogue;

import fr.accueil.events.ChannelId;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A customer's message that nobody has answered yet.
///
/// @param at when the customer wrote it
/// @param owedSince since when the assistant owes an answer: when it was recorded, or when the thread was handed back
/// @param from the address that an answer goes to
/// @param payload what a button was made with; null for all else
/// @param weighed it was read for whether it lifts an opt-out, and does not
public record Heard(
        MessageId id,
        Instant at,
        Instant owedSince,
        ChannelId channel,
        String from,
        String providerSid,
        MessageKind kind,
        String body,
        @Nullable String payload,
        boolean weighed) {

    /// WhatsApp's window for free text, less a margin.
    private static final Duration FREE_TEXT = Duration.ofHours(24).minusMinutes(5);

    /// How the address of a customer with a phone number begins.
    private static final String NUMBER = "whatsapp:+";

    Heard owedSince(Instant since) {
        return new Heard(id, at, since, channel, from, providerSid, kind, body, payload, weighed);
    }

    Heard asWeighed() {
        return new Heard(id, at, owedSince, channel, from, providerSid, kind, body, payload, true);
    }

    /// Whether there are words to read: a text, or a button's label.
    boolean readable() {
        return (kind == MessageKind.TEXT || kind == MessageKind.BUTTON) && !body.isBlank();
    }

    /// A photo, a film or a document: something that a quote request may have with it.
    boolean isAttachable() {
        return switch (kind) {
            case IMAGE, VIDEO, DOCUMENT -> true;
            case TEXT, BUTTON, AUDIO, STICKER, CONTACT, LOCATION, UNSUPPORTED -> false;
        };
    }

    /// In E.164, where WhatsApp gives it.
    @Nullable
    String phone() {
        return from.startsWith(NUMBER) ? from.substring(NUMBER.length() - 1) : null;
    }

    /// Until when free text may be sent because of this message.
    Instant freeTextUntil() {
        return at.plus(FREE_TEXT);
    }

    /// Whether it came early enough to be answered at all.
    boolean cameInTime() {
        return owedSince.isBefore(freeTextUntil());
    }
}
