package fr.accueil.gateway.stream;

import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    private static final String CUSTOMER_ERASED = "CustomerErased";
    private static final byte[] ERASED = CUSTOMER_ERASED.getBytes(StandardCharsets.UTF_8);

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

    /// Whether it says that a customer was erased: then nobody may be told any more what was kept of before.
    boolean erases(byte[] json) {
        return indexOf(json, ERASED) >= 0
                && Wire.json().readTree(json).path("type").asString("").equals(CUSTOMER_ERASED);
    }

    /// Most changes need not be read twice.
    private static int indexOf(byte[] json, byte[] words) {
        for (var start = 0; start <= json.length - words.length; start++) {
            if (Arrays.mismatch(json, start, start + words.length, words, 0, words.length) < 0) {
                return start;
            }
        }
        return -1;
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
