package fr.accueil.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one phone and one business said to each other. Only [World] changes it, under its lock.
class Chat {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration TYPING = Duration.ofSeconds(25);

    private final List<String> sids = new ArrayList<>();
    private @Nullable Instant lastInbound;
    private @Nullable Instant typingSince;

    void heard(String sid, Instant at) {
        sids.add(sid);
        lastInbound = at;
    }

    void told(String sid) {
        sids.add(sid);
    }

    void typing(Instant at) {
        typingSince = at;
    }

    void replied() {
        typingSince = null;
    }

    List<String> sids() {
        return List.copyOf(sids);
    }

    @Nullable
    Instant windowUntil() {
        return lastInbound == null ? null : lastInbound.plus(WINDOW);
    }

    @Nullable
    Instant typingUntil() {
        return typingSince == null ? null : typingSince.plus(TYPING);
    }
}
