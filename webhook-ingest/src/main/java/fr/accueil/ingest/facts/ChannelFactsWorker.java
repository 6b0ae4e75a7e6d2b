package fr.accueil.ingest.facts;

import fr.accueil.events.ChannelFact;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.ingest.publishing.Envelopes;
import fr.accueil.ingest.publishing.NotPublished;
import fr.accueil.ingest.publishing.WhatsAppTopic;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Tells on `channel.facts.v1` what there is to tell, again and again until Kafka takes it.
@Component
class ChannelFactsWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChannelFactsWorker.class);
    private static final long PAUSE_MS = 1_000;

    /// Longer than the topic itself waits for Kafka.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Listening listening;
    private final RefusedChannels refusedChannels;
    private final SignatureAlarms signatureAlarms;
    private final Envelopes envelopes;
    private final WhatsAppTopic topic;
    private final Object pause = new Object();
    private volatile boolean running;
    private @Nullable Thread thread;

    ChannelFactsWorker(
            Listening listening,
            RefusedChannels refusedChannels,
            SignatureAlarms signatureAlarms,
            Envelopes envelopes,
            WhatsAppTopic topic) {
        this.listening = listening;
        this.refusedChannels = refusedChannels;
        this.signatureAlarms = signatureAlarms;
        this.envelopes = envelopes;
        this.topic = topic;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("channel-facts").daemon().start(this::run);
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
                tell();
            } catch (NotPublished e) {
                log.info("Kafka is away: what there is to tell of channels waits");
            } catch (RuntimeException e) {
                log.error("What there is to tell of channels waits", e);
            }
            rest();
        }
    }

    private void tell() {
        topic.learn();
        listening.due().ifPresent(envelope -> {
            publish(envelope.subject(), envelope);
            listening.told();
        });
        for (var refused : refusedChannels.pending()) {
            publish(refused.fact().channel(), refused.tenant(), refused.fact());
            refusedChannels.told(refused);
            log.info(
                    "{} valid webhooks of channel {} were refused from {} until {}",
                    refused.fact().count(),
                    refused.fact().channel(),
                    refused.fact().from(),
                    refused.fact().until());
        }
        for (var rejected : signatureAlarms.due()) {
            publish(rejected.fact().channel(), rejected.tenant(), rejected.fact());
            signatureAlarms.told(rejected);
            log.warn(
                    "{} signatures of channel {} did not match: {}",
                    rejected.fact().count(),
                    rejected.fact().channel(),
                    rejected.fact().cause());
        }
    }

    private void publish(Object channel, TenantId tenant, ChannelFact fact) {
        publish(channel.toString(), envelopes.seal(Ids.next(), channel, tenant, fact));
    }

    private void publish(String key, Envelope envelope) {
        topic.publish(Topic.CHANNEL_FACTS, key, envelope).block(PATIENCE);
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
