package fr.accueil.language.extraction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The words that sayings are made of, and the one that a misspelt word stands for. `abc*` is any word that begins so.
final class Lexicon {

    private static final int LONG_ENOUGH_FOR_A_TYPO = 6;
    private static final int LONG_ENOUGH_FOR_TWO = 10;

    private final Map<Character, List<String>> words;

    Lexicon(Collection<String> words) {
        this.words = words.stream().distinct().collect(Collectors.groupingBy(word -> word.charAt(0)));
    }

    /// The word itself when it is known or near none: a right word is never taken for another.
    String mended(String word) {
        var alike = words.getOrDefault(word.charAt(0), List.of());
        if (word.length() < LONG_ENOUGH_FOR_A_TYPO || alike.stream().anyMatch(said -> means(said, word))) {
            return word;
        }
        return alike.stream()
                .filter(said -> isMisspelt(said, word))
                .findFirst()
                .map(said -> said.replace("*", ""))
                .orElse(word);
    }

    static boolean means(String said, String word) {
        int last = said.length() - 1;
        if (said.charAt(last) == '*') {
            return word.length() >= last && word.regionMatches(0, said, 0, last);
        }
        return word.startsWith(said)
                && (word.length() == said.length() || word.length() == said.length() + 1 && word.endsWith("s"));
    }

    private static boolean isMisspelt(String said, String word) {
        boolean open = said.endsWith("*");
        var right = open ? said.substring(0, said.length() - 1) : said;
        if (right.length() < (open ? LONG_ENOUGH_FOR_A_TYPO + 1 : LONG_ENOUGH_FOR_A_TYPO)) {
            return false;
        }
        int most = right.length() >= LONG_ENOUGH_FOR_TWO ? 2 : 1;
        return open
                ? isNear(right, beginning(word, right.length()), most)
                        || isNear(right, beginning(word, right.length() + 1), most)
                : isNear(right, word, most);
    }

    private static String beginning(String word, int length) {
        return word.length() > length ? word.substring(0, length) : word;
    }

    private static boolean isNear(String right, String written, int most) {
        return Math.abs(written.length() - right.length()) <= 1 && Typos.distance(written, right) <= most;
    }
}
