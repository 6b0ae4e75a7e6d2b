package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.Topic;
import fr.accueil.ingest.IngestApplication;
import fr.accueil.ingest.channel.Channels;
import fr.accueil.platform.testing.Events;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Two instances that know nothing of each other but the topics, called at once.
@IngestTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {

    private static final Logger log = LoggerFactory.getLogger(TwoInstancesTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Events events;
    private final Businesses businesses;
    private final MeterRegistry meters;
    private final Caller first;
    private final Caller second;
    private final ConfigurableApplicationContext secondInstance;

    TwoInstancesTest(
            @LocalServerPort int port,
            @Autowired Events events,
            @Autowired Businesses businesses,
            @Autowired MeterRegistry meters,
            @Autowired Environment environment) {
        this.events = events;
        this.businesses = businesses;
        this.meters = meters;
        this.first = new Caller(port);
        this.secondInstance = start(environment);
        var secondPort = secondInstance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        WhenReady.await(secondPort);
        this.second = new Caller(secondPort);
    }

    private static ConfigurableApplicationContext start(Environment environment) {
        var settings =
                List.of("KAFKA_BOOTSTRAP_SERVERS", "ACCUEIL_SECRET_KEY", "OIDC_ISSUER", "accueil.ingest.public-url");
        return new SpringApplicationBuilder(IngestApplication.class)
                .profiles("test")
                .run(Stream.concat(
                                settings.stream().map(it -> "--" + it + "=" + environment.getRequiredProperty(it)),
                                Stream.of("--server.port=0"))
                        .toArray(String[]::new));
    }

    @BeforeEach
    void both_know_camelia() {
        businesses.saveCamelia();
        await().atMost(PATIENCE)
                .until(() -> secondInstance.getBean(Channels.class).ofAccount(Businesses.ACCOUNT).stream()
                        .anyMatch(it -> it.id().equals(Businesses.CAMELIA.channel())));
    }

    @AfterAll
    void stop() {
        secondInstance.close();
    }

    /// Once by number and once without it, on two instances at the same moment: customers who were never seen. Who is
    /// told to come again, because the topic has not yet said who it is, comes again.
    @Test
    void a_customer_who_is_first_seen_by_both_at_once_has_one_conversation() {
        var run = System.nanoTime();
        for (int i = 0; i < 25; i++) {
            var userId = "whatsapp:FR.%d%d".formatted(run, i);
            var phone = "whatsapp:+336%02d%06d".formatted(i, run % 1_000_000);
            var answers = List.of(
                    first.postsUntilTaken(Caller.INBOUND, body(phone, userId)),
                    second.postsUntilTaken(Caller.INBOUND, body(userId, userId)),
                    first.postsUntilTaken(Caller.INBOUND, body(userId, userId)),
                    second.postsUntilTaken(Caller.INBOUND, body(phone, userId)));

            assertThat(conversations(answers)).hasSize(1).doesNotContain("none");
        }
    }

    @Test
    void what_one_has_learned_the_other_knows() {
        var userId = "whatsapp:FR.%d".formatted(System.nanoTime());
        var phone = "whatsapp:+3361%08d".formatted(System.nanoTime() % 100_000_000);

        var byPhone = first.postsSoon(Caller.INBOUND, body(phone, userId));
        var conversation = conversations(List.of(byPhone));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                conversations(List.of(second.postsSoon(Caller.INBOUND, body(userId, userId)))))
                        .isEqualTo(conversation));
    }

    @Test
    void a_message_that_comes_twenty_times_at_once_over_both_is_one_event() {
        var sid = Bodies.sid();
        var userId = "whatsapp:FR.%d".formatted(System.nanoTime());
        var body = Bodies.message(sid, "whatsapp:+33639985555", "Body", "Bonjour", "ExternalUserId", userId);

        var answers = IntStream.range(0, 20)
                .mapToObj(i -> (i % 2 == 0 ? first : second).postsSoon(Caller.INBOUND, body))
                .toList();

        assertThat(conversations(answers)).hasSize(1);
        assertThat(answers).extracting(it -> it.join().statusCode()).containsOnly(200);
        var ids = await().atMost(PATIENCE).until(() -> ids(sid), it -> it.size() == 20).stream()
                .collect(Collectors.toSet());
        assertThat(ids)
                .containsExactly(Ids.ofMessage(Businesses.ACCOUNT, sid).value().toString());
    }

    /// All of Twilio's calls come from few addresses. Nobody is refused for coming often, and all of it is in Kafka. On
    /// a machine so busy that Kafka takes nothing for two seconds, 503 is right, but for no other reason; what is
    /// repeated is taken.
    @Test
    void four_thousand_valid_posts_as_fast_as_they_go_are_all_taken_and_all_there() {
        var run = Bodies.sid().substring(2, 22);
        var refused = refused(_ -> true);
        var refusedForKafka = refused("kafka_away"::equals);
        var processorTime = new ProcessorTime();
        var started = System.nanoTime();

        var statuses = Flux.range(0, 4_000)
                .flatMap(
                        i -> Mono.fromFuture(() -> first.postsUntilTaken(
                                Caller.INBOUND,
                                Bodies.message(
                                        "SM%s%08d".formatted(run, i),
                                        "whatsapp:+33639%06d".formatted(i % 400),
                                        "Body",
                                        "Bonjour " + i))),
                        32)
                .map(HttpResponse::statusCode)
                .collectList()
                .blockOptional()
                .orElseThrow();
        log.info(
                "4,000 valid posts from one address at once: {} a second; processor time {}; load average {}",
                Math.round(4_000 / ((System.nanoTime() - started) / 1e9)),
                processorTime.perWebhook(4_000),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());

        assertThat(statuses).hasSize(4_000).containsOnly(200);
        assertThat(refused(_ -> true) - refused)
                .as("refused for any reason")
                .isEqualTo(refused("kafka_away"::equals) - refusedForKafka);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Set.copyOf(ids("SM" + run))).hasSize(4_000));
        assertThat(received("SM" + run))
                .allSatisfy(it -> assertThat(it.id())
                        .isEqualTo(Ids.ofMessage(Businesses.ACCOUNT, ((MessageReceived) it.data()).providerSid())
                                .value()));
    }

    @Test
    void each_of_them_says_when_it_began_to_listen() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events.seen(Topic.CHANNEL_FACTS).stream()
                                .filter(it -> it.data() instanceof ListeningBegan))
                        .hasSizeGreaterThanOrEqualTo(1)
                        .allSatisfy(it -> {
                            assertThat(it.tenant()).isNull();
                            assertThat(it.subject()).isEqualTo(((ListeningBegan) it.data()).instance());
                        }));
    }

    /// By the first instance.
    private double refused(Predicate<String> reason) {
        return meters.get("accueil.webhooks.rejected").counters().stream()
                .filter(it -> reason.test(it.getId().getTag("reason")))
                .mapToDouble(Counter::count)
                .sum();
    }

    private List<Envelope> received(String sids) {
        return events.seen(Topic.INBOUND).stream()
                .filter(it -> it.data() instanceof MessageReceived message
                        && message.providerSid().startsWith(sids))
                .toList();
    }

    private List<String> ids(String sid) {
        return received(sid).stream().map(it -> it.id().toString()).toList();
    }

    private static Set<String> conversations(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .map(it ->
                        it.join().headers().firstValue("Accueil-Conversation").orElse("none"))
                .collect(Collectors.toSet());
    }

    private static String body(String from, String userId) {
        return Bodies.message(Bodies.sid(), from, "Body", "Bonjour", "ExternalUserId", userId);
    }
}
