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

    /// One way to say a concept: word sequences that must all be there.
    private record Saying(String concept, double strength, List<List<String>> sequences) {

        char initial() {
            return sequences.getFirst().getFirst().charAt(0);
        }
    }

    /// By the first letter of what is said, so that a message is compared with few of them.
    private final Map<Character, List<Saying>> sayings = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final Lexicon lexicon;

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
        lexicon = new Lexicon(sayings.values().stream()
                .flatMap(List::stream)
                .flatMap(saying -> saying.sequences().stream())
                .flatMap(List::stream)
                .toList());
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
        said(words.stream().map(lexicon::mended).toList())
                .forEach(saying -> found.merge(saying.concept(), saying.strength(), Concepts::together));
        return found;
    }

    private List<Saying> said(List<String> words) {
        return words.stream()
                .map(word -> word.charAt(0))
                .distinct()
                .flatMap(initial -> sayings.getOrDefault(initial, List.of()).stream())
                .filter(saying -> isSaid(saying, words))
                .toList();
    }

    /// A second way to say the same makes it surer.
    private static double together(double one, double other) {
        return Math.min(MOST, Math.max(one, other) + AGAIN * Math.min(one, other));
    }

    /// The words of a label that say a concept; the others speak for themselves.
    Set<String> known(List<String> words) {
        var said = said(words.stream().map(lexicon::mended).toList());
        return words.stream()
                .filter(word -> said.stream().anyMatch(saying -> speaks(saying, lexicon.mended(word))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean speaks(Saying saying, String word) {
        return saying.sequences().stream().flatMap(List::stream).anyMatch(said -> Lexicon.means(said, word));
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
            if (!Lexicon.means(sequence.get(k), words.get(at + k))) {
                return false;
            }
        }
        return true;
    }
}
