package fr.accueil.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.accueil.events.TenantId;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.common.utils.Utils;

/// What this gateway has read of the topic: everything of one epoch from `first` up to `next`, partition by partition.
final class Coverage {

    static final Coverage NOTHING = new Coverage("none", new long[] {0});

    private final String epoch;
    private final long[] first;
    private final AtomicLongArray next;

    Coverage(String epoch, long[] first) {
        this.epoch = epoch;
        this.first = first.clone();
        this.next = new AtomicLongArray(first);
    }

    String epoch() {
        return epoch;
    }

    long first(int partition) {
        return first[partition];
    }

    long next(int partition) {
        return next.get(partition);
    }

    int partitions() {
        return first.length;
    }

    void advance(int partition, long to) {
        next.accumulateAndGet(partition, to, Math::max);
    }

    Position now(int partition) {
        return new Position(epoch, partition, next(partition) - 1);
    }

    /// Where Kafka's producers put what has this tenant as its key.
    int partitionOf(TenantId tenant) {
        return Utils.toPositive(Utils.murmur2(tenant.toString().getBytes(UTF_8))) % partitions();
    }
}
