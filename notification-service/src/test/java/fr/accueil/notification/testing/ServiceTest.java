package fr.accueil.notification.testing;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import fr.accueil.notification.twilio.TwilioStub;
import fr.accueil.platform.secrets.Secrets;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.WithInfrastructure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service with real Kafka and PostgreSQL, in front of a stub of Twilio, with short pauses. Institut Camélia
/// has its channel; every customer of a test has a number of their own.
@WithInfrastructure
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServiceTest {

    public static final TwilioStub TWILIO = new TwilioStub();
    protected static final TenantId CAMELIA = TenantId.of("93a3736e-9d24-5371-884d-943433cdf9b1");
    protected static final ChannelId CHANNEL = ChannelId.of("294e1a20-fd0d-5d80-9144-e2037f2078f2");

    private static final AtomicInteger CUSTOMERS = new AtomicInteger(10);

    @Autowired
    protected Events events;

    @Autowired
    protected Secrets secrets;

    @Autowired
    @Qualifier("relayDatabase")
    protected DatabaseClient relayDatabase;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("TWILIO_API_URL", TWILIO::url);
        registry.add("ACCUEIL_PUBLIC_URL", () -> "https://accueil.example");
        registry.add("accueil.twilio.connect-timeout", () -> "1s");
        registry.add("accueil.twilio.response-timeout", () -> "2500ms");
        registry.add("accueil.twilio.typing-timeout", () -> "1s");
        registry.add("accueil.delivery.call-timeout", () -> "3s");
        registry.add("accueil.delivery.look-up-after-answer", () -> "200ms");
        registry.add("accueil.delivery.look-up-after-silence", () -> "500ms");
        registry.add("accueil.delivery.first-pause", () -> "100ms");
        registry.add("accueil.delivery.longest-pause", () -> "500ms");
        registry.add("accueil.delivery.queue-patience", () -> "2s");
        registry.add("accueil.delivery.give-up-after", () -> "5s");
        registry.add("accueil.delivery.order-patience", () -> "100ms");
        registry.add("accueil.delivery.concurrency", () -> "8");
        registry.add("accueil.delivery.tenant-concurrency", () -> "4");
        registry.add("accueil.pace.pair-burst", () -> "25");
        registry.add("accueil.pace.pair-every", () -> "1s");
        registry.add("accueil.delivery.longest-wait", () -> "500ms");
        registry.add("accueil.delivery.give-up-waiting", () -> "20s");
        registry.add("accueil.delivery.look-again", () -> "200ms");
        registry.add("accueil.errors.codes.63018.pause", () -> "100ms");
        registry.add("accueil.errors.codes.20003.pause", () -> "2s");
    }

    @BeforeEach
    void camelia_has_a_channel() {
        save(CAMELIA, CHANNEL, "whatsapp:+33199000042");
    }

    protected void save(TenantId tenant, ChannelId channel, String address) {
        var saved = new ChannelSaved(
                channel,
                tenant,
                address,
                "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                null,
                List.of(secrets.encrypt("0123456789abcdef0123456789abcdef", tenant, channel)));
        events.publish(
                Topic.CHANNELS,
                new Envelope(
                        Ids.next(),
                        URI.create("/conversation-service"),
                        Instant.now(),
                        channel.toString(),
                        tenant,
                        null,
                        saved));
    }

    /// A customer who wrote to the institute just now.
    protected Customer customer() {
        return new Customer(events, CAMELIA, CHANNEL, "whatsapp:+336399800%02d".formatted(CUSTOMERS.incrementAndGet()));
    }

    protected static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
