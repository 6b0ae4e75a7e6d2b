package fr.accueil.router.understanding;

import fr.accueil.router.french.Phrases;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Plain words that show what a message does in the dialogue.
final class Signs {

    private static final Phrases WORDS = Phrases.of("signs.txt");

    private static final List<Sign> SPOKEN = List.of(Sign.CORRECTS, Sign.ADDS, Sign.MOVES);

    private Signs() {}

    static Set<Sign> in(String text, List<String> words, Scene scene) {
        var signs = EnumSet.noneOf(Sign.class);
        SPOKEN.stream().filter(sign -> shows(sign.name(), words)).forEach(signs::add);
        if (text.contains("?") || shows(Sign.ASKS.name(), words)) {
            signs.add(Sign.ASKS);
        }
        if (WORDS.consistsOf(Set.of(Sign.ACKNOWLEDGES.name()), words)) {
            signs.add(Sign.ACKNOWLEDGES);
        }
        if (!scene.isRunning()) {
            return signs;
        }
        if (shows(Sign.GIVES_UP.name(), words)) {
            signs.add(Sign.GIVES_UP);
        }
        if (scene.running() != Scene.Running.QUOTE && shows(Sign.WANTS_QUOTE.name(), words)) {
            signs.add(Sign.WANTS_QUOTE);
        }
        if (scene.running() == Scene.Running.QUOTE && shows(Sign.WANTS_BOOKING.name(), words)) {
            signs.add(Sign.WANTS_BOOKING);
        }
        return signs;
    }

    /// A time said by another.
    static @Nullable Relative relative(List<String> words) {
        for (var relative : Relative.values()) {
            var superlative = relative == Relative.EARLIER || relative == Relative.LATER;
            if (shows(relative.name(), words) && !(superlative && shows("SUPERLATIVE", words))) {
                return relative;
            }
        }
        return null;
    }

    static boolean shows(String sign, List<String> words) {
        return WORDS.shows(sign, words);
    }
}
