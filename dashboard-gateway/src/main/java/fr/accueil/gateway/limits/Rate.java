package fr.accueil.gateway.limits;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;

/// @param burst how many at once, after a pause
/// @param perSecond how many lastingly
record Rate(@Min(1) int burst, @Positive double perSecond) {

    private static final double NANOS = 1_000_000_000.0;

    double perNano() {
        return perSecond / NANOS;
    }

    /// After this long without a request everything is allowed again.
    Duration untilFull() {
        return toTime(burst);
    }

    Duration toTime(double tokens) {
        return Duration.ofNanos((long) Math.ceil(tokens / perNano()));
    }
}
