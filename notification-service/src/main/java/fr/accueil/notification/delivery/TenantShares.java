package fr.accueil.notification.delivery;

import fr.accueil.events.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// No business takes more than its share of the calls of this instance: while Twilio is slow for one, the others find
/// room. What finds none comes back in its turn, so that those who wait neither crowd nor hold a place.
@Component
class TenantShares {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final int each;
    private final Map<TenantId, Share> shares = new HashMap<>();

    @Autowired
    TenantShares(DeliverySettings settings) {
        this(settings.tenantConcurrency());
    }

    TenantShares(int each) {
        this.each = each;
    }

    /// @return how long to wait before asking again; empty: come in, and [#leave]
    synchronized Optional<Duration> enter(TenantId tenant) {
        var share = shares.computeIfAbsent(tenant, _ -> new Share());
        if (share.inside < each) {
            share.inside++;
            return Optional.empty();
        }
        return Optional.of(share.nextTurn(System.nanoTime(), each));
    }

    synchronized void leave(TenantId tenant, Duration stayed) {
        var share = shares.get(tenant);
        if (share == null) {
            return;
        }
        share.stay = (share.stay * 7 + stayed.toNanos()) / 8;
        if (--share.inside == 0) {
            shares.remove(tenant);
        }
    }

    private static final class Share {

        private int inside;

        /// How long they stay, lately.
        private long stay = SHORTEST.toNanos();

        private long lastTurn = Long.MIN_VALUE;

        /// As many turns in the time of one stay as there are places.
        private Duration nextTurn(long now, int places) {
            lastTurn = Math.max(lastTurn, now) + stay / places;
            var wait = Duration.ofNanos(lastTurn - now);
            if (wait.compareTo(LONGEST) > 0) {
                lastTurn = now;
                return LONGEST;
            }
            return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
        }
    }
}
