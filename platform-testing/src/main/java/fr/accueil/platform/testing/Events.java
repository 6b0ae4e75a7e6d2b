package fr.accueil.platform.testing;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.Envelope;
import fr.accueil.events.Topic;
import fr.accueil.events.UnreadableEvent;
import fr.accueil.events.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes to our topics and sees all that is published on them, from when it was made.
public final class Events implements AutoCloseable {

    /// How long a test waits for what must come.
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Logger log = LoggerFactory.getLogger(Events.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final String bootstrap;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Topic, List<Envelope>> seen = new EnumMap<>(Topic.class);
    private final Map<Topic, List<String>> tombstones = new EnumMap<>(Topic.class);

    Events(String bootstrap) {
        this.bootstrap = bootstrap;
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        var partitions = Arrays.stream(Topic.values())
                .flatMap(topic -> consumer.partitionsFor(topic.topic()).stream())
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Thread.ofPlatform().name("test-events").daemon().start(this::read);
    }

    /// For tests that are not given one by [WithInfrastructure]; to be closed.
    public static Events at(String bootstrap) {
        return new Events(bootstrap);
    }

    /// Publishes an event, keyed as its topic wants it: by tenant for changes, else by subject.
    public void publish(Topic topic, Envelope envelope) {
        publish(topic, key(topic, envelope), Wire.write(envelope));
    }

    /// Publishes an event and waits until a group of consumers has handled it.
    ///
    /// @throws AssertionError when it had not in [#PATIENCE]
    public void publishTo(String group, Topic topic, Envelope envelope) {
        var sent = send(topic.topic(), key(topic, envelope), Wire.write(envelope));
        var partition = new TopicPartition(sent.topic(), sent.partition());
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            while (handled(admin, group, partition) <= sent.offset()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("%s has not handled %s".formatted(group, envelope.id()));
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Up to where a group has committed, 0 where it has nothing yet.
    private static long handled(Admin admin, String group, TopicPartition partition) throws InterruptedException {
        try {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return committed == null ? 0 : committed.offset();
        } catch (ExecutionException e) {
            throw new IllegalStateException("offsets unknown", e);
        }
    }

    private static String key(Topic topic, Envelope envelope) {
        return topic == Topic.CHANGES ? String.valueOf(envelope.tenant()) : envelope.subject();
    }

    /// Publishes bytes as they are; null is a tombstone.
    public void publish(Topic topic, String key, byte @Nullable [] value) {
        publish(topic.topic(), key, value);
    }

    /// The same to a topic that stands beside the table's, such as a replay topic.
    public void publish(String topic, String key, byte @Nullable [] value) {
        send(topic, key, value);
    }

    private RecordMetadata send(String topic, String key, byte @Nullable [] value) {
        try {
            return producer.send(new ProducerRecord<>(topic, key, value)).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("not published", e);
        }
    }

    /// What was seen on a topic so far, in order of arrival.
    public List<Envelope> seen(Topic topic) {
        synchronized (seen) {
            return List.copyOf(seen.getOrDefault(topic, List.of()));
        }
    }

    /// What was seen on a topic so far of one type.
    public <T extends AccueilEvent> List<T> seen(Topic topic, Class<T> type) {
        return seen(topic).stream()
                .map(Envelope::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// The keys that were deleted on a compacted topic so far.
    public List<String> tombstones(Topic topic) {
        synchronized (seen) {
            return List.copyOf(tombstones.getOrDefault(topic, List.of()));
        }
    }

    /// Waits for the first event that fits, also one that was seen already.
    ///
    /// @throws AssertionError when none came in [#PATIENCE]
    public Envelope await(Topic topic, Predicate<Envelope> fits) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (seen) {
            while (true) {
                var found = seen.getOrDefault(topic, List.of()).stream()
                        .filter(fits)
                        .findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(
                            "nothing that fits on %s, only %s".formatted(topic.topic(), seen.get(topic)));
                }
                waitFor(left);
            }
        }
    }

    /// Waits for the first event of a type that fits.
    public <T extends AccueilEvent> T await(Topic topic, Class<T> type, Predicate<T> fits) {
        return type.cast(await(topic, it -> type.isInstance(it.data()) && fits.test(type.cast(it.data())))
                .data());
    }

    /// Waits until a key of a compacted topic was deleted, also before now.
    ///
    /// @throws AssertionError when it was not in [#PATIENCE]
    public void awaitTombstone(Topic topic, String key) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (seen) {
            while (!tombstones.getOrDefault(topic, List.of()).contains(key)) {
                var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("%s is not gone from %s".formatted(key, topic.topic()));
                }
                waitFor(left);
            }
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close();
    }

    private void waitFor(long millis) {
        try {
            seen.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (consumer) {
            while (true) {
                var polled = consumer.poll(Duration.ofMillis(200));
                synchronized (seen) {
                    polled.forEach(this::see);
                    seen.notifyAll();
                }
            }
        } catch (WakeupException e) {
            synchronized (seen) {
                seen.notifyAll();
            }
        }
    }

    /// What a test publishes that is no event (poison) is for the readers under test, not for us.
    private void see(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            Topic.named(message.topic())
                    .ifPresent(topic -> tombstones
                            .computeIfAbsent(topic, _ -> new ArrayList<>())
                            .add(message.key()));
            return;
        }
        try {
            var envelope = Wire.read(message.value());
            Topic.named(message.topic())
                    .ifPresent(topic ->
                            seen.computeIfAbsent(topic, _ -> new ArrayList<>()).add(envelope));
        } catch (UnreadableEvent e) {
            log.info("Not an event on {}", message.topic());
        }
    }
}
