package fr.accueil.simulator.outbound;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/// WhatsApp's limit for one business number and one customer: about one message in six seconds, and a burst that is
/// borrowed from what comes. Never stored: a restart begins with all of it.
@Component
class PairRate {

    private final OutboundSettings settings;
    private final Clock clock;

    /// Until when what was sent has used up the allowance; more than that only when the clock was put back.
    private final ConcurrentMap<Pair, Instant> spentUntil = new ConcurrentHashMap<>();

    PairRate(OutboundSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Whether one more message may go; if so, it counts.
    boolean admits(String from, String to) {
        var now = clock.instant();
        var admitted = new boolean[1];
        var most = now.plus(settings.pairPause().multipliedBy(settings.pairBurst()));
        spentUntil.compute(new Pair(from, to), (_, until) -> {
            var begin = until == null || until.isBefore(now) || until.isAfter(most) ? now : until;
            var after = begin.plus(settings.pairPause());
            admitted[0] = !after.isAfter(most);
            return admitted[0] ? after : begin;
        });
        return admitted[0];
    }

    private record Pair(String from, String to) {}
}
