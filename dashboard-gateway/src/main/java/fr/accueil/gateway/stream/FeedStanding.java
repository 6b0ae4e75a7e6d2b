package fr.accueil.gateway.stream;

import java.util.Locale;
import org.springframework.stereotype.Component;

/// How the live feed stands, for who tells it to others.
@Component
public class FeedStanding {

    private final LiveFeed feed;

    FeedStanding(LiveFeed feed) {
        this.feed = feed;
    }

    public boolean isLive() {
        return feed.state() == LiveFeed.State.LIVE;
    }

    /// `live`, `stalled` while the broker does not answer, `catching-up` after a start.
    public String word() {
        return feed.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
