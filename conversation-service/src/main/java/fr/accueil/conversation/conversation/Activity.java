package fr.accueil.conversation.conversation;

import fr.accueil.events.ChangeEvent.Message;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// What the inbox shows of a conversation's messages.
///
/// @param lastMessage the latest by time and id, never by arrival
/// @param unread inbound messages since a person last read it
/// @param freeTextUntil until when free text may be sent; null while the customer has never written
public record Activity(
        @Nullable Message lastMessage,
        int unread,
        Instant lastActivityAt,
        @Nullable Instant freeTextUntil) {

    private static final Comparator<Message> BY_TIME =
            Comparator.comparing(Message::at).thenComparing(it -> it.id().value());

    static Activity none(Instant since) {
        return new Activity(null, 0, since, null);
    }

    /// A message appeared, or one that is shown already changed.
    Activity show(Message message) {
        if (lastMessage == null) {
            return new Activity(message, unread, message.at(), freeTextUntil);
        }
        if (lastMessage.id().equals(message.id()) || BY_TIME.compare(lastMessage, message) < 0) {
            return new Activity(message, unread, later(lastActivityAt, message.at()), freeTextUntil);
        }
        return this;
    }

    boolean isLast(Message message) {
        return lastMessage != null && lastMessage.id().equals(message.id());
    }

    /// The place in the inbox stays: something happened then.
    Activity showInstead(@Nullable Message message) {
        return new Activity(message, unread, lastActivityAt, freeTextUntil);
    }

    Activity hear(Instant windowEnd) {
        var until = freeTextUntil == null ? windowEnd : later(freeTextUntil, windowEnd);
        return new Activity(lastMessage, unread + 1, lastActivityAt, until);
    }

    Activity read() {
        return new Activity(lastMessage, 0, lastActivityAt, freeTextUntil);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
