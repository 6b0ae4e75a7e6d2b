package fr.accueil.simulator.failure;

import fr.accueil.simulator.ledger.Fact.FailuresChanged;
import fr.accueil.simulator.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.stereotype.Component;

/// The failures that are switched on now. A restart begins without any.
@Component
public class Failures {

    private final Ledger ledger;
    private final List<Active> on = new ArrayList<>();

    Failures(Ledger ledger) {
        this.ledger = ledger;
    }

    synchronized void put(Failure failure) {
        on.removeIf(active -> failure.replaces(active.failure));
        on.add(new Active(failure));
        ledger.append(new FailuresChanged("put", failure.toMap()));
    }

    synchronized void clear() {
        on.clear();
        ledger.append(new FailuresChanged("cleared", Map.of()));
    }

    synchronized void clear(Mode mode) {
        on.removeIf(active -> active.failure.mode() == mode);
        ledger.append(new FailuresChanged("cleared", Map.of("mode", mode.name())));
    }

    synchronized List<Failure> all() {
        return on.stream().map(active -> active.failure).toList();
    }

    /// The failure that hits this one time, if there is one; a counted one is used up by it.
    public synchronized Optional<Failure> take(Mode mode, String accountSid, Endpoint endpoint) {
        var hit = on.stream()
                .filter(active -> active.failure.isMeantFor(mode, accountSid, endpoint))
                .filter(Active::strikes)
                .findFirst();
        hit.filter(Active::wearsOff).ifPresent(on::remove);
        return hit.map(active -> active.failure);
    }

    /// For what is not tied to a request: callbacks, webhooks.
    public Optional<Failure> take(Mode mode, String accountSid) {
        return take(mode, accountSid, Endpoint.SEND);
    }

    /// One failure, how often it is still to hit, and its own dice.
    private static final class Active {

        private final Random dice;
        private Failure failure;

        Active(Failure failure) {
            this.failure = failure;
            this.dice = failure.seed() == null ? new Random() : new Random(failure.seed());
        }

        boolean strikes() {
            return failure.probability() == null || dice.nextDouble() < failure.probability();
        }

        /// @return true when this was the last time
        boolean wearsOff() {
            var left = failure.count();
            if (left == null || left == 1) {
                return left != null;
            }
            failure = failure.withCount(left - 1);
            return false;
        }
    }
}
