package fr.accueil.local.process;

import java.time.Duration;

/// How long to wait before a process that died is started again: at once the first time, longer when it dies young
/// again.
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration OLD_ENOUGH = Duration.ofSeconds(30);

    private Duration next = FIRST;

    Duration after(Duration lived) {
        if (lived.compareTo(OLD_ENOUGH) >= 0) {
            next = FIRST;
        }
        var pause = next;
        next = next.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : next.multipliedBy(2);
        return pause;
    }
}
