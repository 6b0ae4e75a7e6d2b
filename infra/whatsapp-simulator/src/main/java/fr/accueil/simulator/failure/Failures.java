package fr.accueil.simulator.failure;

import fr.accueil.simulator.ledger.Fact.FailuresChanged;
import fr.accueil.simulator.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The failures that are switched on now. A restart begins without any.
@Component
public class Failures {

    private final Ledger ledger;
    private final List<Failure> on = new ArrayList<>();

    Failures(Ledger ledger) {
        this.ledger = ledger;
    }

    synchronized void put(Failure failure) {
        on.removeIf(failure::replaces);
        on.add(failure);
        ledger.append(new FailuresChanged("put", failure.toMap()));
    }

    synchronized void clear() {
        on.clear();
        ledger.append(new FailuresChanged("cleared", Map.of()));
    }

    synchronized void clear(Mode mode) {
        on.removeIf(failure -> failure.mode() == mode);
        ledger.append(new FailuresChanged("cleared", Map.of("mode", mode.name())));
    }

    synchronized List<Failure> all() {
        return List.copyOf(on);
    }

    /// The failure that hits this one time, if there is one; a counted one is used up by it.
    public synchronized Optional<Failure> take(Mode mode, String accountSid, Endpoint endpoint) {
        var hit = on.stream()
                .filter(failure -> failure.hits(mode, accountSid, endpoint))
                .findFirst();
        hit.ifPresent(this::use);
        return hit;
    }

    /// For what is not tied to a request: callbacks, webhooks.
    public Optional<Failure> take(Mode mode, String accountSid) {
        return take(mode, accountSid, Endpoint.SEND);
    }

    private void use(Failure failure) {
        var count = failure.count();
        if (count == null) {
            return;
        }
        var at = on.indexOf(failure);
        if (count == 1) {
            on.remove(at);
        } else {
            on.set(at, failure.withCount(count - 1));
        }
    }
}
