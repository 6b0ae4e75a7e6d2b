package fr.accueil.platform.work;

import java.time.Duration;
import reactor.core.publisher.Mono;

/// Does one kind of work. Called with no transaction open; it commits its effect together with [WorkQueue#finish] or
/// [WorkQueue#postpone], which fail when the lease is lost.
public interface WorkHandler {

    String kind();

    /// How long a piece of work may take; afterwards it is given up here and may run elsewhere.
    default Duration lease() {
        return Duration.ofSeconds(30);
    }

    /// How many keys at once, in this process.
    default int concurrency() {
        return 16;
    }

    Mono<Void> handle(LeasedWork work);
}
