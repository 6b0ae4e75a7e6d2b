package fr.accueil.platform.kafka;

import fr.accueil.events.Envelope;
import fr.accueil.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Local copies of compacted topics: read whole from the beginning at each start, without a group, and then followed.
public final class CompactedCopies implements SmartLifecycle {

    private final Map<String, Object> consumer;
    private final MeterRegistry meters;
    private final List<CompactedCopy> copies = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    CompactedCopies(Map<String, Object> consumer, MeterRegistry meters) {
        this.consumer = consumer;
        this.meters = meters;
    }

    /// Follows a topic. Called while the context is built; reading begins when the application starts.
    ///
    /// @param apply is given each key with its newest envelope, or null when it was deleted; by one thread
    public CompactedCopy follow(Topic topic, BiConsumer<String, @Nullable Envelope> apply) {
        var copy = new CompactedCopy(topic.topic(), apply, consumer, meters);
        copies.add(copy);
        if (running) {
            copy.start();
        }
        return copy;
    }

    boolean ready() {
        return copies.stream().allMatch(CompactedCopy::ready);
    }

    List<String> unread() {
        var unread = new ArrayList<String>();
        copies.stream().filter(it -> !it.ready()).forEach(it -> unread.add(it.topic()));
        return unread;
    }

    @Override
    public void start() {
        running = true;
        copies.forEach(CompactedCopy::start);
    }

    @Override
    public void stop() {
        running = false;
        copies.forEach(CompactedCopy::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the listeners, which rest on the copies.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 200;
    }
}
