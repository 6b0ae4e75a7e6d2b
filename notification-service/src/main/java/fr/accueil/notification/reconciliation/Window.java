package fr.accueil.notification.reconciliation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The time that one comparison covers. Pure.
record Window(Instant from, Instant until) {

    /// From a little before the last complete comparison, to shortly before now.
    static Window at(Instant now, Standing standing, ReconciliationSettings settings) {
        var until = now.minus(settings.settle());
        var from =
                standing.since().filter(it -> it.isBefore(until)).orElse(until).minus(settings.margin());
        var earliest = now.minus(settings.lookBack());
        return new Window(from.isBefore(earliest) ? earliest : from, until);
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }

    /// How far a channel was compared, and how far somebody wants it to be.
    record Standing(
            @Nullable Instant comparedUntil, @Nullable Instant wantedUntil) {

        static final Standing NONE = new Standing(null, null);

        Optional<Instant> since() {
            return Optional.ofNullable(comparedUntil);
        }

        /// When what is wanted will be old enough; empty when it was covered.
        Optional<Instant> owed(Window covered, ReconciliationSettings settings) {
            return Optional.ofNullable(wantedUntil)
                    .filter(it -> it.isAfter(covered.until()))
                    .map(it -> it.plus(settings.settle()));
        }
    }
}
