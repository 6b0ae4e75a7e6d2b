package fr.accueil.notification.delivery;

import java.time.Duration;

/// So many in a row, and then one in so much time. What was used up is kept as one moment: when the next one would be
/// due if there were no burst. Pure.
record Pace(Duration every, int burst) {

    /// Never more than so many within any second: what may go in a row is kept back from the rate.
    static Pace perSecond(int calls) {
        var burst = Math.max(1, calls / 10);
        return new Pace(Duration.ofSeconds(1).dividedBy(Math.max(1, calls - burst)), burst);
    }

    /// How long the next one waits.
    ///
    /// @param debt how far that moment lies ahead
    Duration wait(Duration debt) {
        var wait = debt.minus(every.multipliedBy(burst - 1L));
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
