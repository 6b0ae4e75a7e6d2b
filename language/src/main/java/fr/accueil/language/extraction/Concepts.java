package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a text is about, by a resource of what people say: both labels of services and messages are read with it.
final class Concepts {

    private static final class Holder {
        static final Concepts STANDARD = new Concepts(Resource.lines("concepts.txt"));
    }

    private static final double WEAK = 0.4;
    private static final double AGAIN = 0.2;
    private static final double MOST = 1.5;
    private static final int LONG_ENOUGH_FOR_A_TYPO = 6;

    /// One way to say a concept: word sequences that must all be there.
    private record Saying(String concept, double strength, List<List<String>> sequences) {

        char initial() {
            return sequences.getFirst().getFirst().charAt(0);
        }
    }

    /// By the first letter of what is said, so that a message is compared with few of them.
    private final Map<Character, List<Saying>> sayings = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();

    private Concepts(List<String> lines) {
        var concept = "";
        for (var line : lines) {
            if (line.startsWith("= ")) {
                int last = line.lastIndexOf(' ');
                concept = line.substring(2, last).strip();
                weights.put(concept, Double.parseDouble(line.substring(last + 1)));
            } else {
                for (var saying : line.split(",")) {
                    var read = saying(concept, saying.strip());
                    sayings.computeIfAbsent(read.initial(), letter -> new ArrayList<>())
                            .add(read);
                }
            }
        }
    }

    static Concepts standard() {
        return Holder.STANDARD;
    }

    private static Saying saying(String concept, String text) {
        boolean weak = text.startsWith("~");
        var sequences = Arrays.stream((weak ? text.substring(1) : text).split("\\+"))
                .map(sequence -> List.of(Words.fold(sequence).replace("-", " ").split(" ")))
                .toList();
        return new Saying(concept, weak ? WEAK : 1, sequences);
    }

    double weight(String concept) {
        return weights.getOrDefault(concept, 1.0);
    }

    boolean speaksOf(String text) {
        return !read(ServiceWords.of(text)).isEmpty();
    }

    /// The concepts of a text, each with how strongly it is said.
    Map<String, Double> read(List<String> words) {
        var found = new HashMap<String, Double>();
        words.stream().map(word -> word.charAt(0)).distinct().forEach(initial -> {
            for (var saying : sayings.getOrDefault(initial, List.of())) {
                if (isSaid(saying, words)) {
                    found.merge(saying.concept(), saying.strength(), Concepts::together);
                }
            }
        });
        return found;
    }

    /// A second way to say the same makes it surer.
    private static double together(double one, double other) {
        return Math.min(MOST, Math.max(one, other) + AGAIN * Math.min(one, other));
    }

    /// The words that stand in some saying; the others of a label speak for themselves.
    Set<String> known(List<String> words) {
        return words.stream()
                .filter(word -> sayings.getOrDefault(word.charAt(0), List.of()).stream()
                        .anyMatch(saying -> saying.sequences().size() == 1
                                && isSaid(saying.sequences().getFirst(), List.of(word))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isSaid(Saying saying, List<String> words) {
        for (var sequence : saying.sequences()) {
            if (!isSaid(sequence, words)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSaid(List<String> sequence, List<String> words) {
        for (int i = 0; i + sequence.size() <= words.size(); i++) {
            if (standsAt(sequence, words, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsAt(List<String> sequence, List<String> words, int at) {
        for (int k = 0; k < sequence.size(); k++) {
            if (!means(sequence.get(k), words.get(at + k))) {
                return false;
            }
        }
        return true;
    }

    /// One typo cannot change both the second and the third letter; this spares most of the measuring.
    private static boolean mayBeATypo(String right, String written) {
        return right.charAt(1) == written.charAt(1)
                || right.charAt(2) == written.charAt(2)
                || right.charAt(1) == written.charAt(2);
    }

    private static boolean means(String said, String word) {
        if (said.charAt(0) != word.charAt(0)) {
            return false;
        }
        boolean open = said.endsWith("*");
        if (!open && Math.abs(said.length() - word.length()) > 1) {
            return false;
        }
        var right = open ? said.substring(0, said.length() - 1) : said;
        if (open ? word.startsWith(right) : word.equals(right) || word.equals(right + "s")) {
            return true;
        }
        if (right.length() < (open ? LONG_ENOUGH_FOR_A_TYPO + 1 : LONG_ENOUGH_FOR_A_TYPO)
                || word.length() < LONG_ENOUGH_FOR_A_TYPO) {
            return false;
        }
        var compared = open && word.length() > right.length() ? word.substring(0, right.length()) : word;
        return Math.abs(compared.length() - right.length()) <= 1
                && mayBeATypo(right, compared)
                && Typos.distance(compared, right) <= (right.length() > 9 ? 2 : 1);
    }
}
