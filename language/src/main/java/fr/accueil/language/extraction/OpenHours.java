package fr.accueil.language.extraction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hours open on one side: `après 17h`, `à partir de 18h`, `avant midi`, `pas avant 10h`, `jusqu'à 11h`.
final class OpenHours {

    private static final List<String> SINCE = List.of(
            "pas avant",
            "pas plus tot que",
            "a partir de",
            "apartir de",
            "a partir du",
            "apartir",
            "partir de",
            "a compter de",
            "apres",
            "des",
            "passe",
            "plus tard que",
            "depuis les",
            "au plus tot a",
            ">");
    private static final List<String> UNTIL = List.of(
            "pas apres",
            "pas plus tard que",
            "au plus tard a",
            "au plus tard",
            "avant",
            "jusqua",
            "jusquau",
            "jusque",
            "plus tot que",
            "maximum",
            "max",
            "d ici",
            "by",
            "<");
    private static final Set<String> ARTICLES = Set.of("les", "vers", "l", "a", "environ");

    private OpenHours() {}

    static @Nullable Mention<HourWish> at(Words words, int i) {
        var since = limit(words, i, SINCE);
        if (since != null) {
            return since.saying(new HourWish.From(since.value().toTime()));
        }
        var until = limit(words, i, UNTIL);
        if (until == null) {
            return null;
        }
        return words.is(i, "jusqua", "jusque", "jusquau") && thenAfter(words, until)
                ? until.saying(new HourWish.From(until.value().toTime()))
                : until.saying(new HourWish.Until(until.value().toTime()));
    }

    private static @Nullable Mention<ClockTime> limit(Words words, int i, List<String> openings) {
        for (var opening : openings) {
            if (words.says(i, opening)) {
                int at = words.skip(i + opening.split(" ").length, ARTICLES);
                var time = ClockTime.at(words, at, true);
                if (time != null) {
                    return time.since(i);
                }
            }
        }
        return null;
    }

    /// `j'ai cours jusqu'à 16h, donc après`: what ends then is the customer's business, not the visit.
    private static boolean thenAfter(Words words, Mention<ClockTime> until) {
        for (int i = until.to(); i < words.size(); i++) {
            if (words.is(i, "apres", "ensuite") && !words.isNumber(i + 1)) {
                return true;
            }
        }
        return false;
    }
}
