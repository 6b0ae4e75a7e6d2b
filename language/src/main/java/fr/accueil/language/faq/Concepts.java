package fr.accueil.language.faq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What words are about, in customers' and in owners' words alike: `gratos` and `offert` are both `free`. From a list
/// made
/// by hand: a name, `:`, and words; `abc*` is every word that begins so, `a_b` the words side by side. The concepts
/// under
/// the line `[services]` are what a business does; an answer about another service settles nothing.
final class Concepts {

    private static final String SERVICES = "[services]";
    private static final int SHORTEST_BEGINNING = 2;

    private static final List<String> NAMES = new ArrayList<>();
    private static final Map<String, List<Integer>> WHOLE = new HashMap<>();
    private static final Map<String, List<Integer>> BEGINNINGS = new HashMap<>();
    private static final Map<String, List<Phrase>> PHRASES = new HashMap<>();
    private static final int FIRST_SERVICE = read();

    private Concepts() {}

    private record Phrase(List<String> words, int concept) {

        boolean standsIn(List<String> text, int at) {
            return at + words.size() <= text.size()
                    && text.subList(at, at + words.size()).equals(words);
        }
    }

    /// In ascending order, each once. Words that stand together in a phrase mean what the phrase means, nothing else:
    /// `chèques vacances` are no cheques.
    static int[] in(List<String> words) {
        var found = new TreeSet<Integer>();
        int inPhrase = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            for (var phrase : PHRASES.getOrDefault(word, List.of())) {
                if (phrase.standsIn(words, i)) {
                    found.add(phrase.concept());
                    inPhrase = Math.max(inPhrase, i + phrase.words().size());
                }
            }
            if (i >= inPhrase) {
                addConcepts(word, found);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addConcepts(String word, Set<Integer> found) {
        found.addAll(WHOLE.getOrDefault(word, List.of()));
        if (word.endsWith("s")) {
            found.addAll(WHOLE.getOrDefault(word.substring(0, word.length() - 1), List.of()));
        }
        for (int length = SHORTEST_BEGINNING; length <= word.length(); length++) {
            found.addAll(BEGINNINGS.getOrDefault(word.substring(0, length), List.of()));
        }
    }

    static int count() {
        return NAMES.size();
    }

    static boolean isService(int concept) {
        return concept >= FIRST_SERVICE;
    }

    static int named(String name) {
        int index = NAMES.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No such concept: " + name);
        }
        return index;
    }

    private static int read() {
        int firstService = Integer.MAX_VALUE;
        for (var line : Resource.lines(Concepts.class, "concepts.txt")) {
            if (line.equals(SERVICES)) {
                firstService = NAMES.size();
            } else {
                int colon = line.indexOf(':');
                NAMES.add(line.substring(0, colon));
                for (var form : line.substring(colon + 1).strip().split("\\s+")) {
                    add(form, NAMES.size() - 1);
                }
            }
        }
        return firstService;
    }

    private static void add(String form, int concept) {
        if (form.endsWith("*")) {
            BEGINNINGS
                    .computeIfAbsent(form.substring(0, form.length() - 1), _ -> new ArrayList<>())
                    .add(concept);
        } else if (form.contains("_")) {
            var words = List.of(form.split("_"));
            PHRASES.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>()).add(new Phrase(words, concept));
        } else {
            WHOLE.computeIfAbsent(form, _ -> new ArrayList<>()).add(concept);
        }
    }
}
