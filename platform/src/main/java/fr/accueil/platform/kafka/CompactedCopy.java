package fr.accueil.platform.kafka;

import fr.accueil.events.Envelope;
import fr.accueil.events.UnreadableEvent;
import fr.accueil.events.Wire;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One compacted topic, read whole and then followed.
public final class CompactedCopy {

    private static final Logger log = LoggerFactory.getLogger(CompactedCopy.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long RETRY_MS = 500;

    private final String topic;
    private final BiConsumer<String, @Nullable Envelope> apply;
    private final Map<String, Object> settings;
    private final MeterRegistry meters;
    private final Object stopped = new Object();
    private volatile boolean ready;
    private volatile boolean running;
    private @Nullable Thread thread;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;

    CompactedCopy(
            String topic,
            BiConsumer<String, @Nullable Envelope> apply,
            Map<String, Object> settings,
            MeterRegistry meters) {
        this.topic = topic;
        this.apply = apply;
        this.settings = new HashMap<>(settings);
        this.settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.settings.put(
                ConsumerConfig.CLIENT_ID_CONFIG,
                settings.getOrDefault(ConsumerConfig.CLIENT_ID_CONFIG, "copy") + "-" + topic);
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
        this.meters = meters;
    }

    public String topic() {
        return topic;
    }

    /// Whether all that stood in the topic when this process began to read has been applied. Stays true afterwards.
    public boolean ready() {
        return ready;
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().name("copy-" + topic).daemon().start(this::run);
    }

    void stop() {
        running = false;
        var reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        synchronized (stopped) {
            stopped.notifyAll();
        }
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (running) {
            try (var reading = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
                consumer = reading;
                follow(reading);
            } catch (WakeupException e) {
                log.debug("copy of {} ends", topic);
            } catch (KafkaException e) {
                log.warn("The copy of {} waits: {}", topic, e.toString());
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void follow(KafkaConsumer<String, byte[]> reading) {
        var partitions = partitions(reading);
        if (partitions.isEmpty()) {
            log.warn("Topic {} does not exist yet", topic);
            pause();
            return;
        }
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        var ends = reading.endOffsets(partitions, PATIENCE);
        while (running) {
            if (!ready && ends.entrySet().stream().allMatch(it -> reading.position(it.getKey()) >= it.getValue())) {
                ready = true;
                log.info("The copy of {} is read", topic);
            }
            reading.poll(POLL).forEach(this::apply);
        }
    }

    private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> reading) {
        return reading.partitionsFor(topic, PATIENCE).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
    }

    private void apply(ConsumerRecord<String, byte[]> message) {
        try {
            apply.accept(message.key(), message.value() == null ? null : Wire.read(message.value()));
        } catch (UnreadableEvent | IllegalArgumentException | IllegalStateException e) {
            meters.counter("accueil.copies.skipped", "topic", topic).increment();
            log.error("Skipped {}-{}@{}", topic, message.partition(), message.offset(), e);
        }
    }

    private void pause() {
        synchronized (stopped) {
            if (running) {
                try {
                    stopped.wait(RETRY_MS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    running = false;
                }
            }
        }
    }
}
