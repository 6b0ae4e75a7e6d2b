package fr.accueil.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// A bucket for each of those who ask. Bounded: one that nobody took from until it was full again is forgotten, which
/// changes nothing, and beyond a count those that are rarely used.
final class Buckets {

    private final Rate rate;
    private final String limit;
    private final MeterRegistry meters;
    private final Cache<String, TokenBucket> buckets;

    /// @param limit its name, for people who read metrics
    /// @param remembered how many at most
    Buckets(String limit, Rate rate, long remembered, MeterRegistry meters) {
        this.limit = limit;
        this.rate = rate;
        this.meters = meters;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(rate.untilFull().plus(Duration.ofSeconds(1)))
                .build();
    }

    /// @throws TooManyRequests when they have had their share
    void take(String who) {
        var now = System.nanoTime();
        var wait = buckets.get(who, _ -> new TokenBucket(rate, now)).take(System.nanoTime());
        if (wait.isPositive()) {
            meters.counter("accueil.limits.refused", "limit", limit).increment();
            throw new TooManyRequests(wait);
        }
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }
}
