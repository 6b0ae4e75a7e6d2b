package fr.accueil.ingest.twilio;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// How many wrong signatures one address may send in a minute, which begins with its first, before nobody looks into
/// them any more. It never stands before the check of a signature: what Twilio signed is taken from any address.
@Component
class FailureLimit {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 20_000;

    private final int most;
    private final Cache<String, AtomicInteger> failures;

    @Autowired
    FailureLimit(IngestSettings settings) {
        this(settings.failuresPerMinute(), Ticker.systemTicker());
    }

    FailureLimit(int most, Ticker ticker) {
        this.most = most;
        this.failures = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .maximumSize(MOST_ADDRESSES)
                .ticker(ticker)
                .build();
    }

    /// Counts one more failure of that address; false when it is one too many.
    boolean allows(String address) {
        return failures.get(address, _ -> new AtomicInteger()).incrementAndGet() <= most;
    }

    long addresses() {
        failures.cleanUp();
        return failures.estimatedSize();
    }
}
