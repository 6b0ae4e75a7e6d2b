package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.Topic;
import fr.accueil.ingest.twilio.Businesses.Business;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.WithInfrastructure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Whatever is done to webhooks on their way: each is answered, never with a fault of ours, never taken without a right
/// signature, and what comes after them is taken as ever. `ACCUEIL_FUZZ_COUNT` says how many, `ACCUEIL_FUZZ_SEED`
/// repeats a run.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "accueil.ingest.public-url=" + Caller.PUBLIC_URL,
            "accueil.ingest.body-patience=1s",
            "accueil.ingest.failures-per-minute=2000",
            "logging.level.fr.accueil=warn"
        })
@WithInfrastructure
@ExtendWith(WhenReady.class)
@Import(Businesses.class)
class FuzzTest {

    private static final Logger log = LoggerFactory.getLogger("FUZZ");
    private static final int THREADS = 8;

    /// Not Camélia: what is made of the examples here must not be taken for the examples by other tests.
    private static final Business FUZZED = Business.of(FuzzedWebhook.ADDRESS, FuzzedWebhook.ACCOUNT);

    private final int count = Integer.parseInt(setting("ACCUEIL_FUZZ_COUNT", "5000"));
    private final long seed = Long.parseLong(setting(
            "ACCUEIL_FUZZ_SEED", Long.toString(RandomGenerator.getDefault().nextLong(1_000_000_000))));
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    private final int port;
    private final Caller twilio;
    private final Events events;
    private final Businesses businesses;

    FuzzTest(@LocalServerPort int port, @Autowired Events events, @Autowired Businesses businesses) {
        this.port = port;
        this.twilio = new Caller(port);
        this.events = events;
        this.businesses = businesses;
    }

    @BeforeEach
    void the_businesses_have_channels() {
        businesses.saveCamelia();
        businesses.save(FUZZED, null, Caller.TOKEN);
    }

    @Test
    void mutated_webhooks_are_answered_and_are_never_a_fault_of_ours() throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                var first = thread;
                all.add(threads.submit(() -> throwFrom(first)));
            }
            for (var each : all) {
                each.get();
            }
        }
        log.warn(
                "Fuzz: {} mutated webhooks with seed {}: {}, {} unanswered",
                count,
                seed,
                new TreeMap<>(statuses),
                unanswered.size());

        assertThat(unanswered).as("unanswered with ACCUEIL_FUZZ_SEED=" + seed).isEmpty();
        assertThat(wrong).as("with ACCUEIL_FUZZ_SEED=" + seed).isEmpty();
        assertThat(statuses.keySet()).contains(200, 400, 403);
        assertThat(statuses.values().stream().mapToLong(LongAdder::sum).sum()).isEqualTo(count);
        assertThat(twilio.send(twilio.to("/actuator/health").GET()).join().statusCode())
                .isEqualTo(200);
        var sid = Bodies.sid();
        assertThat(twilio.posts(Caller.INBOUND, Bodies.message(sid, "whatsapp:+33639980012", "Body", "Bonjour"))
                        .statusCode())
                .isEqualTo(200);
        events.await(
                Topic.INBOUND, MessageReceived.class, it -> it.providerSid().equals(sid));
    }

    private void throwFrom(int first) {
        try (var http = new RawHttp(port)) {
            for (int i = first; i < count; i += THREADS) {
                throwOne(http, seed + i);
            }
        } catch (IOException e) {
            wrong.add("a connection could not be closed: " + e);
        }
    }

    private void throwOne(RawHttp http, long seed) {
        var webhook = FuzzedWebhook.of(seed);
        try {
            var answer = http.send(webhook.bytes(), webhook.last());
            statuses.computeIfAbsent(answer.status(), _ -> new LongAdder()).increment();
            if (answer.status() >= 500) {
                wrong.add(seed + " is answered " + answer.status());
            }
            if (answer.status() < 300 && !webhook.signed()) {
                wrong.add(seed + " is taken without a right signature");
            }
            if (answer.head().contains("X-Injected")) {
                wrong.add(seed + " puts a header into its answer");
            }
        } catch (IOException e) {
            unanswered.add("%d, after %d others on its connection: %s%n%s"
                    .formatted(seed, http.answered(), e.getMessage(), webhook.shown()));
        }
    }

    private static String setting(String name, String otherwise) {
        var set = System.getProperty(name, System.getenv().getOrDefault(name, ""));
        return set.isBlank() ? otherwise : set;
    }
}
