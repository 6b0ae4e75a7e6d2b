package fr.accueil.gateway.stream;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Part of readiness: a gateway that has not read back the last minutes would ask every browser to resync. One that
/// has, stays ready while the broker is away: pages and API work without it.
@Component("feed")
class FeedReadiness implements HealthIndicator {

    private final LiveFeed feed;

    FeedReadiness(LiveFeed feed) {
        this.feed = feed;
    }

    @Override
    public Health health() {
        return switch (feed.state()) {
            case LIVE, STALLED -> Health.up().build();
            case CATCHING_UP, STOPPED -> Health.outOfService().build();
        };
    }
}
