package fr.accueil.ingest.identity;

import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.ingest.publishing.Envelopes;
import fr.accueil.ingest.publishing.NotPublished;
import fr.accueil.ingest.publishing.WhatsAppTopic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Deletes the links of who is erased from `whatsapp.identities`, and says so; again and again until Kafka
/// takes it.
@Component
class ForgetCustomerWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ForgetCustomerWorker.class);
    private static final long PAUSE_MS = 1_000;

    /// Longer than the topic itself waits for Kafka.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Erasures erasures;
    private final Identities identities;
    private final Envelopes envelopes;
    private final WhatsAppTopic topic;
    private final Object pause = new Object();
    private volatile boolean running;
    private @Nullable Thread thread;

    ForgetCustomerWorker(Erasures erasures, Identities identities, Envelopes envelopes, WhatsAppTopic topic) {
        this.erasures = erasures;
        this.identities = identities;
        this.envelopes = envelopes;
        this.topic = topic;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("forget-customers").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        synchronized (pause) {
            pause.notifyAll();
        }
    }

    @Override
    public boolean isRunning() {
        return running && thread != null && thread.isAlive();
    }

    private void run() {
        while (running) {
            try {
                forget();
            } catch (NotPublished e) {
                log.info("Kafka is away: who is erased waits");
            } catch (RuntimeException e) {
                log.error("Who is erased waits", e);
            }
            rest();
        }
    }

    void forget() {
        if (identities.ready()) {
            erasures.pending().forEach(this::forget);
        }
    }

    private void forget(Erasures.Pending pending) {
        var told = pending.told();
        var links = identities.linksOf(Set.copyOf(told.identities()), told.erasedAt());
        links.forEach(it -> topic.tombstone(Topic.IDENTITIES, it).block(PATIENCE));
        report(pending, links.size());
        erasures.done(pending);
    }

    /// The same report under the same id, however many instances say it.
    private void report(Erasures.Pending pending, int links) {
        var erasure = pending.told().erasure();
        var stores = links == 0 ? List.<Store>of() : List.of(new Store(Topic.IDENTITIES.topic(), links));
        var report =
                new CustomerForgotten(erasure, Erasures.SERVICE, pending.told().conversations(), stores);
        var id = Ids.computed(erasure, "forgotten", Erasures.SERVICE);
        topic.publish(Topic.ERASURES, erasure.toString(), envelopes.seal(id, erasure, pending.tenant(), report))
                .block(PATIENCE);
    }

    private void rest() {
        synchronized (pause) {
            if (running) {
                try {
                    pause.wait(PAUSE_MS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    running = false;
                }
            }
        }
    }
}
