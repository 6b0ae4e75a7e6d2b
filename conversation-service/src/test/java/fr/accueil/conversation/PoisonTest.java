package fr.accueil.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.MessageChanged;
import fr.accueil.events.Envelope;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.platform.testing.Infrastructure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;

/// What fails by its own content goes aside with the reason; what fails with the database waits for it.
@ExtendWith(OutputCaptureExtension.class)
class PoisonTest extends ServiceTest {

    private static final String GROUP = "conversation-service";
    private static final Duration LONG = Duration.ofSeconds(60);

    @Autowired
    MeterRegistry meters;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Environment environment;

    @Test
    void what_cannot_be_recorded_goes_aside_those_behind_go_on_and_it_can_be_given_back() {
        var marie = aSalon().marie();
        var notYet = new Salon(http, events, tokens);
        var early = notYet.marie().received("Bonjour, vous existez ?", marie.now());
        var key = marie.id().toString();

        // On one partition: a message to a business that is not there, bytes that are no event, and Marie's.
        events.publish(Topic.INBOUND, key, Wire.write(early));
        events.publish(Topic.INBOUND, key, "nonsense".getBytes(StandardCharsets.UTF_8));
        marie.says("Et moi ?");

        assertThat(marie.transcript()).extracting(Message::body).containsExactly("Et moi ?");
        var letter = Objects.requireNonNull(await().atMost(LONG).until(() -> find(early), Objects::nonNull));
        var reason = letter.headers().lastHeader("kafka_dlt-exception-message");
        assertThat(new String(reason.value(), StandardCharsets.UTF_8)).isNotEmpty();

        tenants.save(notYet.tenant()).block(PATIENCE);
        channels.save(notYet.channel()).block(PATIENCE);
        kafka.send(Topic.replay(Topic.INBOUND.topic(), GROUP), letter.key(), letter.value());

        var recorded = events.await(
                Topic.CHANGES,
                MessageChanged.class,
                it -> it.conversation().equals(notYet.marie().id()));
        assertThat(recorded.message().at()).isEqualTo(early.time());
    }

    @Test
    void while_the_database_is_away_nothing_goes_aside_and_all_is_recorded_afterwards(CapturedOutput output)
            throws SQLException {
        var marie = aSalon().marie();
        marie.says("un");
        var before = deadLetters();
        var during = marie.received("deux", marie.now().plusSeconds(1));

        allowConnections(false);
        try {
            events.publish(Topic.INBOUND, during);
            await().atMost(LONG).until(() -> output.getAll().contains("(attempt 5)"));
        } finally {
            allowConnections(true);
        }

        await().atMost(LONG)
                .until(() -> events.seen(Topic.CHANGES, MessageChanged.class).stream()
                        .anyMatch(it -> it.message().id().value().equals(during.id())));
        assertThat(deadLetters()).isEqualTo(before);
        assertThat(marie.transcript()).extracting(Message::body).containsExactly("un", "deux");
        assertThat(marie.row().unread()).isEqualTo(2);
    }

    private double deadLetters() {
        return meters.find("accueil.dead.letters").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private void allowConnections(boolean allowed) throws SQLException {
        var url = environment.getRequiredProperty("POSTGRES_URL");
        var name = url.substring(url.lastIndexOf('/') + 1);
        var admin = "jdbc:" + url.substring(0, url.lastIndexOf('/')) + "/postgres";
        try (var connection = DriverManager.getConnection(admin, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("alter database %s allow_connections %s".formatted(name, allowed));
            if (!allowed) {
                statement.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(name));
            }
        }
    }

    private static @Nullable ConsumerRecord<String, byte[]> find(Envelope event) {
        var topic = Topic.deadLetters(Topic.INBOUND.topic(), GROUP);
        var settings = Map.<String, Object>of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, Infrastructure.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (var letter : consumer.poll(Duration.ofSeconds(2))) {
                if (new String(letter.value(), StandardCharsets.UTF_8)
                        .contains(event.id().toString())) {
                    return letter;
                }
            }
            return null;
        }
    }
}
