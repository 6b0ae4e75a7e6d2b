package fr.accueil.gateway.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// What an operator sees of the live feed.
@Component
class FeedMetrics {

    private static final String UNREADABLE = "accueil.stream.unreadable";

    private final MeterRegistry registry;

    FeedMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(LiveFeed feed) {
        Gauge.builder("accueil.stream.browsers", feed, LiveFeed::browsers)
                .description("open streams")
                .register(registry);
        Gauge.builder("accueil.stream.kept.changes", feed, LiveFeed::changes)
                .description("changes kept for browsers that come back")
                .register(registry);
        Gauge.builder("accueil.stream.kept.bytes", feed, LiveFeed::bytes)
                .description("memory that these changes take")
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("accueil.stream.live", feed, it -> it.state() == LiveFeed.State.LIVE ? 1 : 0)
                .description("1 while the feed reads what the broker has")
                .register(registry);
    }

    /// A stream that the gateway ended.
    void ended(Browser.End why) {
        registry.counter("accueil.stream.ended", "why", word(why)).increment();
    }

    /// A browser that came back with an id that could not be resumed.
    void resynced(Missed.Reason reason) {
        registry.counter("accueil.stream.resync", "reason", word(reason)).increment();
    }

    void unreadable() {
        registry.counter(UNREADABLE).increment();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
