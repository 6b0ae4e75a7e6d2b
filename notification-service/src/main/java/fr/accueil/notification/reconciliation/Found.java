package fr.accueil.notification.reconciliation;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one comparison knows so far: what Twilio lists, and what of it came, and when.
class Found {

    private static final Duration NEXT = Duration.ofMillis(1);

    /// As listed: of one second, the newest first.
    private final Map<String, ListedMessage> listed = new LinkedHashMap<>();

    private final Map<String, Instant> came = new HashMap<>();
    private int recovered;

    void add(List<ListedMessage> page, Map<String, Instant> known) {
        page.forEach(it -> listed.putIfAbsent(it.sid(), it));
        know(known);
    }

    void know(Map<String, Instant> known) {
        came.putAll(known);
    }

    List<ListedMessage> missing() {
        return listed.values().stream()
                .filter(it -> !came.containsKey(it.sid()))
                .toList();
    }

    /// What is missing, oldest first, each at the time at which it is to stand in its transcript: Twilio's, but never
    /// before what its customer wrote earlier and whose webhook came late, which stands at the time when it came.
    List<ListedMessage> inTheirTime() {
        var oldestFirst = new ArrayList<>(listed.values())
                .reversed().stream().sorted(comparing(ListedMessage::at)).toList();
        var missing = new ArrayList<ListedMessage>();
        var newest = new HashMap<String, Instant>();
        for (var message : oldestFirst) {
            var at = came.get(message.sid());
            if (at == null) {
                at = notBefore(newest.get(message.from()), message.at());
                missing.add(message.at(at));
            }
            newest.merge(message.from(), at, Found::later);
        }
        return List.copyOf(missing);
    }

    void settle(ListedMessage message, boolean isNew) {
        came.put(message.sid(), message.at());
        recovered += isNew ? 1 : 0;
    }

    Comparison toComparison(Window window, @Nullable String problem) {
        return new Comparison(window, listed.size(), recovered, missing().size(), problem);
    }

    private static Instant notBefore(@Nullable Instant earlier, Instant at) {
        return earlier == null || earlier.isBefore(at) ? at : earlier.plus(NEXT);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
