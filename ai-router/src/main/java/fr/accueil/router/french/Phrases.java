package fr.accueil.router.french;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Names for what is talked about, each with the words and phrases that show it: `parking: parking* gare+moi`.
/// `*` ends a beginning of a word, `+` joins words that follow each other. Words are as [French#words] gives them.
public final class Phrases {

    private final Map<String, List<Phrase>> phrases;

    private Phrases(Map<String, List<Phrase>> phrases) {
        this.phrases = phrases;
    }

    /// Reads one of the word lists beside the code.
    public static Phrases of(String file) {
        return new Phrases(WordLists.lines(file).stream()
                .map(line -> line.split("\\s*:\\s*", 2))
                .collect(toUnmodifiableMap(
                        pair -> pair[0],
                        pair -> Arrays.stream(pair[1].split("\\s+", -1))
                                .map(Phrase::of)
                                .toList())));
    }

    /// The names of which a phrase occurs in these words.
    public Set<String> in(List<String> words) {
        return phrases.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(phrase -> phrase.in(words)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean shows(String name, List<String> words) {
        return phrases.getOrDefault(name, List.of()).stream().anyMatch(phrase -> phrase.in(words));
    }

    /// Whether every one of these words belongs to a phrase of one of the names.
    public boolean consistsOf(Set<String> names, List<String> words) {
        var single = names.stream()
                .flatMap(name -> phrases.getOrDefault(name, List.of()).stream())
                .toList();
        return !words.isEmpty()
                && words.stream().allMatch(word -> single.stream().anyMatch(it -> it.holds(word)));
    }

    private record Phrase(List<String> parts) {

        static Phrase of(String written) {
            return new Phrase(List.of(written.split("\\+", -1)));
        }

        boolean in(List<String> words) {
            for (int start = 0; start + parts.size() <= words.size(); start++) {
                if (at(start, words)) {
                    return true;
                }
            }
            return false;
        }

        boolean holds(String word) {
            return parts.stream().anyMatch(part -> matches(part, word));
        }

        private boolean at(int start, List<String> words) {
            for (int i = 0; i < parts.size(); i++) {
                if (!matches(parts.get(i), words.get(start + i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean matches(String part, String word) {
            return part.endsWith("*") ? word.startsWith(part.substring(0, part.length() - 1)) : part.equals(word);
        }
    }
}
