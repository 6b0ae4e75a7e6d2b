package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.ChannelFact.WebhooksRefused;
import fr.accueil.events.Envelope;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.ingest.twilio.Businesses.Business;
import fr.accueil.platform.testing.WithInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The broker that this service writes to hangs, and comes back. Production's own limits of time.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "accueil.ingest.public-url=" + Caller.PUBLIC_URL,
            "accueil.ingest.room-for-bodies=" + KafkaFrozenTest.ROOM + "B"
        })
@WithInfrastructure
@Import(Businesses.class)
@DirtiesContext
class KafkaFrozenTest {

    static final int ROOM = 300_000;

    private static final BrokerProcess BROKER = BrokerProcess.start();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Business DUVAL = Business.of("whatsapp:+33199000300", "AC300");

    private final List<Envelope> written = new ArrayList<>();

    private final Caller twilio;
    private final Businesses businesses;
    private final MeterRegistry meters;
    private final Room room;

    KafkaFrozenTest(
            @LocalServerPort int port,
            @Autowired Businesses businesses,
            @Autowired MeterRegistry meters,
            @Autowired Room room) {
        this.twilio = new Caller(port);
        this.businesses = businesses;
        this.meters = meters;
        this.room = room;
    }

    @DynamicPropertySource
    static void writesToTheBrokerThatCanBeFrozen(DynamicPropertyRegistry properties) {
        properties.add("spring.kafka.producer.bootstrap-servers", BROKER::address);
    }

    @BeforeEach
    void both_have_a_channel_and_kafka_answers() {
        businesses.saveCamelia();
        businesses.save(DUVAL, null, Caller.TOKEN);
        await().atMost(PATIENCE).until(() -> post(message(Bodies.sid(), "Bonjour")) == 200);
    }

    @AfterEach
    void thaw() {
        BROKER.thaw();
    }

    @AfterAll
    static void stop() {
        BROKER.close();
    }

    @Test
    void what_was_refused_is_told_for_each_channel_once_kafka_is_back() {
        await().atMost(PATIENCE)
                .until(() -> facts(ListeningBegan.class).findAny().isPresent());

        var ofDuval = refused(DUVAL);
        var ofCamelia = refused(Businesses.CAMELIA);

        BROKER.freeze();
        var statuses = Flux.range(0, 160)
                .map(i -> i % 4 == 0 ? toDuval() : message(Bodies.sid(), "Bonjour"))
                .flatMap(body -> Mono.fromFuture(() -> twilio.postsSoon(Caller.INBOUND, body)), 80)
                .map(HttpResponse::statusCode)
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(statuses).hasSize(160).containsOnly(503);
        BROKER.thaw();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(refused(DUVAL) - ofDuval).isGreaterThanOrEqualTo(40);
            assertThat(refused(Businesses.CAMELIA) - ofCamelia).isGreaterThanOrEqualTo(120);
        });
        var sid = Bodies.sid();
        await().atMost(PATIENCE).until(() -> post(message(sid, "Me revoilà")) == 200);
        await().atMost(PATIENCE)
                .until(() -> all(Topic.INBOUND)
                        .anyMatch(it -> it.data() instanceof MessageReceived received
                                && received.providerSid().equals(sid)));
    }

    /// Much more comes than there is room for: it is refused at once, and nothing grows.
    @Test
    void nothing_grows_while_kafka_hangs() {
        var most = new AtomicLong();
        BROKER.freeze();

        var statuses = Flux.range(0, 1_500)
                .map(_ -> message(Bodies.sid(), "a".repeat(8_000)))
                .flatMap(body -> Mono.fromFuture(() -> twilio.postsSoon(Caller.INBOUND, body)), 150)
                .doOnNext(_ -> most.accumulateAndGet(room.taken(), Math::max))
                .map(HttpResponse::statusCode)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(statuses).hasSize(1_500).containsOnly(503);
        assertThat(most.get()).isBetween(1L, (long) ROOM);
        assertThat(rejected("overloaded")).isPositive();
        assertThat(rejected("kafka_away")).isPositive();
        BROKER.thaw();
        await().atMost(PATIENCE).until(() -> room.taken() == 0);
        await().atMost(PATIENCE).until(() -> post(message(Bodies.sid(), "Bonjour")) == 200);
    }

    /// All that were told so far: in one fact or in several, and one may be told twice.
    private long refused(Business business) {
        return facts(WebhooksRefused.class)
                .filter(it -> it.channel().equals(business.channel()))
                .peek(it -> assertThat(it.from()).isBeforeOrEqualTo(it.until()))
                .mapToLong(WebhooksRefused::count)
                .sum();
    }

    private <T extends AccueilEvent> Stream<T> facts(Class<T> type) {
        return all(Topic.CHANNEL_FACTS)
                .map(Envelope::data)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private Stream<Envelope> all(Topic topic) {
        written.clear();
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER.address()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic.topic()).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> written.add(Wire.read(it.value())));
            }
        }
        return List.copyOf(written).stream();
    }

    private double rejected(String reason) {
        return meters.get("accueil.webhooks.rejected")
                .tag("reason", reason)
                .counter()
                .count();
    }

    private int post(String body) {
        return twilio.posts(Caller.INBOUND, body).statusCode();
    }

    private static String message(String sid, String text) {
        return Bodies.message(sid, "whatsapp:+33639980012", "Body", text);
    }

    private static String toDuval() {
        return Bodies.form(
                "MessageSid",
                Bodies.sid(),
                "AccountSid",
                DUVAL.account(),
                "From",
                "whatsapp:+33639980012",
                "To",
                DUVAL.address(),
                "Body",
                "Bonjour");
    }
}
