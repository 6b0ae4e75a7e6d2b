package fr.accueil.gateway.stream;

import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.gateway.stream.LiveFeed.State;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Reads all of `conversation.changes` on a thread of its own. Without a group: every gateway reads everything, from
/// a few minutes ago on, and remembers nothing.
@Component
class ChangesListener implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChangesListener.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final FeedConnection connection;
    private final ChangeReader reader;
    private final LiveFeed feed;
    private final StreamSettings settings;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile @Nullable Consumer<String, byte[]> reading;
    private @Nullable Thread thread;
    private boolean lost;

    ChangesListener(FeedConnection connection, ChangeReader reader, LiveFeed feed, StreamSettings settings) {
        this.connection = connection;
        this.reader = reader;
        this.feed = feed;
        this.settings = settings;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("changes-listener").daemon().start(this::listen);
    }

    @Override
    public void stop() {
        stopped.countDown();
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void listen() {
        while (isRunning()) {
            try {
                follow();
            } catch (WakeupException _) {
                log.debug("Stopping");
            } catch (InvalidOffsetException e) {
                lost = true;
                log.warn("What comes next in {} is gone from the broker: beginning anew", Topic.CHANGES.topic(), e);
            } catch (KafkaException e) {
                stall();
                log.warn("{} cannot be read, trying again: {}", Topic.CHANGES.topic(), e.toString());
            } catch (RuntimeException e) {
                stall();
                lost = true;
                log.error("Reading {} failed, beginning anew", Topic.CHANGES.topic(), e);
            }
            pause();
        }
    }

    private void follow() {
        try (var checkup = connection.checkup();
                var consumer = connection.consumer()) {
            reading = consumer;
            var epoch = checkup.epoch();
            var partitions = partitionsOf(consumer);
            consumer.assign(partitions);
            goTo(consumer, epoch, partitions);
            var target = consumer.endOffsets(partitions);
            while (isRunning()) {
                take(consumer, partitions);
                if (hasReached(target)) {
                    feed.becomes(checkup.answers() ? State.LIVE : State.STALLED);
                }
                if (!checkup.stillAt(epoch)) {
                    log.warn("{} was made anew", Topic.CHANGES.topic());
                    return;
                }
            }
        } finally {
            reading = null;
        }
    }

    private static Collection<TopicPartition> partitionsOf(Consumer<?, ?> consumer) {
        return IntStream.range(0, consumer.partitionsFor(Topic.CHANGES.topic()).size())
                .mapToObj(it -> new TopicPartition(Topic.CHANGES.topic(), it))
                .toList();
    }

    /// Where it stopped, after a break; else the beginning of the window.
    private void goTo(Consumer<?, ?> consumer, String epoch, Collection<TopicPartition> partitions) {
        var known = feed.coverage();
        if (lost || !known.epoch().equals(epoch) || known.partitions() != partitions.size()) {
            feed.begin(new Coverage(epoch, beginOfWindow(consumer, partitions)));
            lost = false;
        }
        var coverage = feed.coverage();
        partitions.forEach(it -> consumer.seek(it, coverage.next(it.partition())));
    }

    /// By the real time and not by our clock: the broker's time stamps are real, also when a test moves ours.
    private long[] beginOfWindow(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        var from = System.currentTimeMillis() - settings.window().toMillis();
        var found =
                consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> from)));
        var ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .mapToLong(it -> {
                    var young = found.get(it);
                    return young == null ? ends.getOrDefault(it, 0L) : young.offset();
                })
                .toArray();
    }

    private void take(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        consumer.poll(POLL).forEach(this::hand);
        var coverage = feed.coverage();
        partitions.forEach(it -> coverage.advance(it.partition(), consumer.position(it)));
        feed.tidy();
    }

    private void hand(ConsumerRecord<String, byte[]> change) {
        var coverage = feed.coverage();
        var position = new Position(coverage.epoch(), change.partition(), change.offset());
        reader.read(change, coverage).ifPresent(it -> {
            if (reader.erases(it)) {
                feed.forget(tenantOf(change));
            }
            feed.append(tenantOf(change), Change.of(position, it));
        });
    }

    private static TenantId tenantOf(ConsumerRecord<String, byte[]> change) {
        return TenantId.of(change.key());
    }

    private boolean hasReached(Map<TopicPartition, Long> target) {
        var coverage = feed.coverage();
        return target.entrySet().stream()
                .allMatch(it -> coverage.next(it.getKey().partition()) >= it.getValue());
    }

    private void stall() {
        if (feed.state() == State.LIVE) {
            feed.becomes(State.STALLED);
        }
    }

    private void pause() {
        try {
            var _ = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
