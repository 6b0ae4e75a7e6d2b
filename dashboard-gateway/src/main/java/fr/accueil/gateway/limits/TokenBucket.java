package fr.accueil.gateway.limits;

import java.time.Duration;

/// Full at first; each request takes one, and time gives them back.
final class TokenBucket {

    private final Rate rate;
    private double tokens;
    private long filledAt;

    /// @param now of a clock that never goes back, in nanoseconds
    TokenBucket(Rate rate, long now) {
        this.rate = rate;
        this.tokens = rate.burst();
        this.filledAt = now;
    }

    /// @return how long to wait for the next one; zero when this one may pass
    synchronized Duration take(long now) {
        tokens = Math.min(rate.burst(), tokens + (now - filledAt) * rate.perNano());
        filledAt = now;
        if (tokens < 1) {
            return rate.toTime(1 - tokens);
        }
        tokens--;
        return Duration.ZERO;
    }
}
