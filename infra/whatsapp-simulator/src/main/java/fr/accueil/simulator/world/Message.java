package fr.accueil.simulator.world;

import fr.accueil.simulator.ledger.Fact.MessageAccepted;
import fr.accueil.simulator.ledger.Fact.PhoneSent;
import fr.accueil.simulator.ledger.Media;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message as Twilio keeps it, either way.
///
/// @param number the ledger line that began it: newer messages have higher ones
/// @param sentAt when Twilio sent it on, or received it
/// @param type `text`, `image`, `location`…
/// @param fields webhook fields of an inbound message beside those that every message has
/// @param progress how far the webhook of an inbound message came
public record Message(
        String sid,
        long number,
        String accountSid,
        Direction direction,
        @Nullable String from,
        String to,
        String body,
        String type,
        List<Media> media,
        Map<String, String> fields,
        String idempotencyToken,
        @Nullable String messagingServiceSid,
        @Nullable String contentSid,
        @Nullable String contentVariables,
        @Nullable String statusCallback,
        MessageStatus status,
        @Nullable Integer errorCode,
        @Nullable String errorMessage,
        Progress progress,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant sentAt,
        @Nullable Instant receivedAt) {

    /// What the customer's own bubble shows.
    public enum Progress {
        /// Twilio has it: one tick.
        POSTING,
        /// The business's webhook took it: two ticks.
        POSTED,
        /// The business read it: two blue ticks.
        READ,
        /// The webhook gave up.
        LOST
    }

    static Message of(long number, Instant at, PhoneSent sent) {
        return new Message(
                sent.sid(),
                number,
                sent.accountSid(),
                Direction.INBOUND,
                sent.from(),
                sent.to(),
                sent.body(),
                sent.type(),
                sent.media(),
                sent.fields(),
                sent.idempotencyToken(),
                null,
                null,
                null,
                null,
                MessageStatus.RECEIVED,
                null,
                null,
                Progress.POSTING,
                at,
                at,
                at,
                null);
    }

    static Message of(long number, Instant at, MessageAccepted accepted) {
        return new Message(
                accepted.sid(),
                number,
                accepted.accountSid(),
                Direction.of(accepted.direction()),
                accepted.from(),
                accepted.to(),
                accepted.body(),
                accepted.media().isEmpty() ? "text" : "media",
                accepted.media(),
                Map.of(),
                "",
                accepted.messagingServiceSid(),
                accepted.contentSid(),
                accepted.contentVariables(),
                accepted.statusCallback(),
                accepted.messagingServiceSid() == null ? MessageStatus.QUEUED : MessageStatus.ACCEPTED,
                null,
                null,
                Progress.POSTING,
                at,
                at,
                null,
                null);
    }

    public boolean isInbound() {
        return direction == Direction.INBOUND;
    }

    public boolean isTemplate() {
        return contentSid != null;
    }

    Message moved(MessageStatus next, @Nullable Integer code, @Nullable String words, Instant at) {
        var sent = sentAt == null && (next == MessageStatus.SENT || next == MessageStatus.DELIVERED) ? at : sentAt;
        return with(next, code, words, progress, at, sent, receivedAt);
    }

    Message received(Instant at) {
        return with(status, errorCode, errorMessage, progress, updatedAt, sentAt, at);
    }

    Message progressed(Progress next, Instant at) {
        return with(status, errorCode, errorMessage, next, at, sentAt, receivedAt);
    }

    private Message with(
            MessageStatus status,
            @Nullable Integer errorCode,
            @Nullable String errorMessage,
            Progress progress,
            Instant updatedAt,
            @Nullable Instant sentAt,
            @Nullable Instant receivedAt) {
        return new Message(
                sid,
                number,
                accountSid,
                direction,
                from,
                to,
                body,
                type,
                media,
                fields,
                idempotencyToken,
                messagingServiceSid,
                contentSid,
                contentVariables,
                statusCallback,
                status,
                errorCode,
                errorMessage,
                progress,
                createdAt,
                updatedAt,
                sentAt,
                receivedAt);
    }
}
