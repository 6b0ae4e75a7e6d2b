package fr.accueil.ingest.publishing;

import fr.accueil.events.Envelope;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.platform.tracing.CurrentObservation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Writes to `whatsapp.*` and says when Kafka has it for good. There is no outbox here: Twilio keeps the message until
/// it is told that it arrived.
@Component
public class WhatsAppTopic implements DisposableBean {

    /// `send` returns at once while Kafka is there. Without it, it waits for the topic's metadata or for room in
    /// its buffer: then these few threads wait, never the event loop, and who finds their queues full is told so.
    private static final int THREADS = 8;

    private static final int QUEUE_OF_EACH = 1_000;

    private static final List<Topic> WRITTEN = List.of(
            Topic.INBOUND, Topic.STATUS, Topic.IDENTITIES, Topic.UNROUTABLE, Topic.CHANNEL_FACTS, Topic.ERASURES);

    private static final Logger log = LoggerFactory.getLogger(WhatsAppTopic.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final PublishingSettings settings;
    private final Set<Topic> learned = ConcurrentHashMap.newKeySet();
    private final Scheduler senders = Schedulers.newBoundedElastic(THREADS, QUEUE_OF_EACH, "kafka-send");

    WhatsAppTopic(KafkaTemplate<String, byte[]> kafka, PublishingSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /// Asks what each topic is like, which is then kept: a first send that had to ask would have half a second for it.
    /// Blocks; the error is a [NotPublished].
    public void learn() {
        WRITTEN.stream().filter(it -> !learned.contains(it)).forEach(this::ask);
    }

    private void ask(Topic topic) {
        try {
            kafka.partitionsFor(topic.topic());
            learned.add(topic);
        } catch (KafkaException | org.springframework.kafka.KafkaException e) {
            log.warn("Kafka does not say yet what {} is like: {}", topic.topic(), rootOf(e));
            throw new NotPublished(e);
        }
    }

    /// Completes when all in-sync replicas have it; the error is a [NotPublished].
    public Mono<Void> publish(Topic topic, String key, Envelope envelope) {
        return publish(topic, key, Wire.write(envelope));
    }

    /// Deletes a key of a compacted topic; completes and fails as above.
    public Mono<Void> tombstone(Topic topic, String key) {
        return publish(topic, key, (byte[]) null);
    }

    private Mono<Void> publish(Topic topic, String key, byte @Nullable [] value) {
        return Mono.fromCallable(() -> send(topic, key, value))
                .subscribeOn(senders)
                .flatMap(Mono::fromFuture)
                .timeout(settings.patience())
                .doOnError(error -> log.warn("{} has no acknowledgement: {}", topic.topic(), rootOf(error)))
                .onErrorMap(WhatsAppTopic::isKafkaAway, NotPublished::new)
                .then();
    }

    /// What `send` throws becomes a value: who no longer waits for it (the answer was given) must not find it in the
    /// log as an error that nobody handled.
    private CompletableFuture<SendResult<String, byte[]>> send(Topic topic, String key, byte @Nullable [] value) {
        try {
            return CurrentObservation.scoped(() -> kafka.send(topic.topic(), key, value));
        } catch (KafkaException | org.springframework.kafka.KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void destroy() {
        senders.dispose();
    }

    /// A record that Kafka will never take is a fault of ours, not of Kafka's.
    private static boolean isKafkaAway(Throwable error) {
        if (error.getCause() instanceof RecordTooLargeException) {
            return false;
        }
        return error instanceof KafkaException
                || error instanceof org.springframework.kafka.KafkaException
                || error instanceof TimeoutException
                || error instanceof RejectedExecutionException;
    }

    private static String rootOf(Throwable error) {
        return NestedExceptionUtils.getMostSpecificCause(error).toString();
    }
}
