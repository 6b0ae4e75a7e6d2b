package fr.accueil.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeReaderTest {

    private static final TenantId CAMELIA = TenantId.of(UUID.fromString("93a3736e-9d24-5371-884d-943433cdf9b1"));

    private final Coverage coverage = new Coverage("abcd", new long[12]);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ChangeReader reader = new ChangeReader(new FeedMetrics(meters));

    @Test
    void a_type_that_only_browsers_know_is_passed_on_as_it_is() {
        var json = "{\"type\":\"SlotPainted\",\"tenant\":\"%s\",\"data\":{}}".formatted(CAMELIA);

        assertThat(read(CAMELIA.toString(), json)).hasValue(json);
    }

    @Test
    void what_has_several_lines_becomes_one() {
        var json = "{\n  \"tenant\": \"%s\",\r\n  \"data\": \"é\\n\"\n}".formatted(CAMELIA);

        assertThat(read(CAMELIA.toString(), json)).hasValue("{\"tenant\":\"%s\",\"data\":\"é\\n\"}".formatted(CAMELIA));
    }

    @Test
    void what_is_another_tenants_is_shown_to_nobody() {
        var other = "{\"tenant\":\"%s\"}".formatted(UUID.randomUUID());

        assertThat(read(CAMELIA.toString(), other)).isEmpty();
        assertThat(meters.counter("accueil.stream.unreadable").count()).isEqualTo(1);
    }

    @Test
    void what_is_no_envelope_stops_nobody() {
        for (var broken : new String[] {"", "{", "[]", "12", "{\"tenant\":12}", "{\"tenant\":\"Camélia\"}", "\u0000"}) {
            assertThat(read(CAMELIA.toString(), broken)).isEmpty();
        }
        assertThat(read("no tenant", "{}")).isEmpty();
        assertThat(read(null, "{}")).isEmpty();
        assertThat(reader.read(record(CAMELIA.toString(), null), coverage)).isEmpty();
    }

    @Test
    void only_the_type_says_that_a_customer_was_erased() {
        assertThat(reader.erases("{\"type\":\"CustomerErased\",\"data\":{}}".getBytes(UTF_8)))
                .isTrue();
        assertThat(reader.erases(
                        "{\"type\":\"MessageChanged\",\"data\":{\"body\":\"CustomerErased\"}}".getBytes(UTF_8)))
                .isFalse();
        assertThat(reader.erases("{}".getBytes(UTF_8))).isFalse();
    }

    private Optional<String> read(@Nullable String key, String json) {
        return reader.read(record(key, json.getBytes(UTF_8)), coverage).map(it -> new String(it, UTF_8));
    }

    @SuppressWarnings("NullAway") // Kafka is not annotated: keys and values can be null.
    private ConsumerRecord<String, byte[]> record(@Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>("conversation.changes.v1", coverage.partitionOf(CAMELIA), 0, key, value);
    }
}
