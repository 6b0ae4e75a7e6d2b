package fr.accueil.gateway.stream;

import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Lets through what is an envelope of the tenant that the record's key names, whatever its type: the gateway need
/// not know the types that a browser knows.
@Component
class ChangeReader {

    private static final Logger log = LoggerFactory.getLogger(ChangeReader.class);

    private final FeedMetrics metrics;

    ChangeReader(FeedMetrics metrics) {
        this.metrics = metrics;
    }

    /// @return the envelope on one line, or nothing for what nobody may be shown
    Optional<byte[]> read(ConsumerRecord<String, byte[]> change, Coverage coverage) {
        if (change.key() == null || change.value() == null) {
            return refuse(change, "without key or value");
        }
        try {
            if (belongsTo(TenantId.of(change.key()), change, coverage)) {
                return Optional.of(onOneLine(change.value()));
            }
            return refuse(change, "key, partition and tenant do not agree");
        } catch (JacksonException | IllegalArgumentException e) {
            return refuse(change, e.getClass().getSimpleName());
        }
    }

    private static boolean belongsTo(TenantId tenant, ConsumerRecord<String, byte[]> change, Coverage coverage) {
        var named = Wire.json().readTree(change.value()).path("tenant");
        return named.isString()
                && TenantId.of(named.stringValue()).equals(tenant)
                && coverage.partitionOf(tenant) == change.partition();
    }

    /// A line break inside would end the server-sent event.
    private static byte[] onOneLine(byte[] json) {
        for (var it : json) {
            if (it == '\n' || it == '\r') {
                return Wire.json().writeValueAsBytes(Wire.json().readTree(json));
            }
        }
        return json;
    }

    private Optional<byte[]> refuse(ConsumerRecord<String, byte[]> change, String why) {
        metrics.unreadable();
        log.error("Skipped {}-{} at {}: {}", change.topic(), change.partition(), change.offset(), why);
        return Optional.empty();
    }
}
