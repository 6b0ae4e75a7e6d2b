package fr.accueil.gateway.stream;

import fr.accueil.events.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A browser that comes from another gateway may have seen what this one reads a moment later. That is no reason to
/// resync.
@Component
class Patience {

    private static final Duration LOOK = Duration.ofMillis(50);

    private final LiveFeed feed;
    private final StreamSettings settings;

    Patience(LiveFeed feed, StreamSettings settings) {
        this.feed = feed;
        this.settings = settings;
    }

    Mono<Void> untilReached(TenantId tenant, @Nullable String after) {
        if (after == null || !feed.isAhead(tenant, after)) {
            return Mono.empty();
        }
        return Flux.interval(LOOK)
                .onBackpressureDrop()
                .takeWhile(_ -> feed.isAhead(tenant, after))
                .take(settings.patience())
                .then();
    }
}
