package fr.accueil.gateway.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// Which streams each person holds, in all their workspaces together. Of too many it is the oldest that goes: a phone
/// that
/// changes networks leaves dead ones behind, and a refused new one would be the one that is looked at.
final class BrowsersByPerson {

    private final int most;
    private final Map<String, Deque<Browser>> held = new ConcurrentHashMap<>();

    BrowsersByPerson(int most) {
        this.most = most;
    }

    /// @return the one that is now too many
    Optional<Browser> add(Browser browser) {
        var oneTooMany = new AtomicReference<Browser>();
        held.compute(browser.member().subject(), (_, known) -> {
            var browsers = known == null ? new ArrayDeque<Browser>() : known;
            browsers.addLast(browser);
            if (browsers.size() > most) {
                oneTooMany.set(browsers.removeFirst());
            }
            return browsers;
        });
        return Optional.ofNullable(oneTooMany.get());
    }

    void remove(Browser browser) {
        held.computeIfPresent(browser.member().subject(), (_, browsers) -> {
            browsers.remove(browser);
            return browsers.isEmpty() ? null : browsers;
        });
    }
}
