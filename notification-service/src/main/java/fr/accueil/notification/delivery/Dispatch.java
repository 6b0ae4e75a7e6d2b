package fr.accueil.notification.delivery;

import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.notification.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One attempt to send one part of a message, as it was recorded.
///
/// @param template instead of the text, which then is how it reads
/// @param startedAt when it was recorded; what Twilio knows of it cannot be older
/// @param deadline after it nothing of this attempt may leave this process
public record Dispatch(
        Channel channel,
        ConversationId conversation,
        MessageId message,
        int part,
        UUID attempt,
        String recipient,
        String body,
        @Nullable Template template,
        Instant startedAt,
        Deadline deadline) {

    /// A moment by the process's own running clock, which no one can set: a process that was frozen finds it passed.
    public record Deadline(long nanos) {

        public static Deadline in(Duration patience) {
            return new Deadline(System.nanoTime() + patience.toNanos());
        }

        public boolean passed() {
            return left().isNegative();
        }

        public Duration left() {
            return Duration.ofNanos(nanos - System.nanoTime());
        }
    }

    /// Without address and text, which no log may hold.
    @Override
    public String toString() {
        return "Dispatch[message=" + message + ", part=" + part + ", attempt=" + attempt + "]";
    }
}
