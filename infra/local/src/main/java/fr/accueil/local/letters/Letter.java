package fr.accueil.local.letters;

import fr.accueil.events.Envelope;
import fr.accueil.events.UnreadableEvent;
import fr.accueil.events.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// One event that one reader could not handle.
///
/// @param topic that it was read from
/// @param group the reader
/// @param replayed an operator gave it back already
record Letter(String topic, String group, ConsumerRecord<String, byte[]> message, boolean replayed) {

    /// The name by which an operator points at it, for example `whatsapp.inbound.v1.ai-router/3@17`.
    String id() {
        return idOf(topic, group, message);
    }

    static String idOf(String topic, String group, ConsumerRecord<?, ?> message) {
        return "%s.%s/%d@%d".formatted(topic, group, message.partition(), message.offset());
    }

    Instant at() {
        return Instant.ofEpochMilli(message.timestamp());
    }

    String reason() {
        return header("kafka_dlt-exception-cause-fqcn")
                        .or(() -> header("kafka_dlt-exception-fqcn"))
                        .map(it -> it.substring(it.lastIndexOf('.') + 1))
                        .orElse("unknown")
                + header("kafka_dlt-exception-message")
                        .map(it -> ": " + firstLine(it))
                        .orElse("");
    }

    /// None when it is no event at all.
    Optional<Envelope> envelope() {
        try {
            return message.value() == null ? Optional.empty() : Optional.of(Wire.read(message.value()));
        } catch (UnreadableEvent _) {
            return Optional.empty();
        }
    }

    private Optional<String> header(String name) {
        var header = message.headers().lastHeader(name);
        return Optional.ofNullable(header == null ? null : text(header.value()));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
