package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a customer describes what is needed. The description is kept in the customer's own words.
final class NeedExtractor {

    private static final Set<String> SAYS_NOTHING = Resource.lines("empty-words.txt").stream()
            .flatMap(line -> List.of(line.split(" ")).stream())
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> UNDECIDED = List.of(
            "je sais pas",
            "sais pas trop",
            "je ne sais pas",
            "jsais pas",
            "aucune idee",
            "chais pas",
            "jsp",
            "i don t know",
            "comme d habitude",
            "comme d hab",
            "je vous dirai",
            "rien de special",
            "pour rien",
            "je verrai",
            "je reflechis",
            "on verra",
            "je prefere",
            "trop long a expliquer",
            "par telephone",
            "je vous expliquerai",
            "appelez moi",
            "rappelez moi",
            "quelqu un peut",
            "un conseiller");

    private static final List<String> COUNTER_QUESTIONS = List.of(
            "pourquoi",
            "c est quoi",
            "comment ca",
            "c est a dire",
            "quoi",
            "pour quoi faire",
            "vous faites quoi",
            "vous proposez quoi",
            "c est pour quoi",
            "ca sert a quoi",
            "c est combien",
            "vous etes qui",
            "t es qui",
            "c est un robot",
            "vous voulez dire",
            "qu est ce",
            "why",
            "what",
            "vous avez besoin",
            "il faut dire",
            "vous etes",
            "est ce que vous",
            "vous prenez",
            "c est gratuit",
            "ca coute",
            "vous fermez",
            "vous ouvrez");

    @Nullable
    String extract(String text) {
        var description = text.strip();
        var words = Words.of(description);
        var content = content(words);
        boolean undecided = UNDECIDED.stream().anyMatch(phrase -> saidIn(words, phrase));
        boolean asksBack = COUNTER_QUESTIONS.stream().anyMatch(phrase -> opens(words, phrase));
        if (content.isEmpty() || undecided && content.size() < 4) {
            return null;
        }
        return asksBack && (content.size() < 4 || description.endsWith("?")) ? null : description;
    }

    /// The words that say something: no greeting, no article, no `besoin`, no `devis`.
    private static List<String> content(Words words) {
        var content = new ArrayList<String>();
        for (var token : words.tokens()) {
            boolean says = token.kind() == Token.Kind.WORD && token.folded().length() > 2;
            if (says && !SAYS_NOTHING.contains(token.folded())) {
                content.add(token.folded());
            }
        }
        return content;
    }

    private static boolean opens(Words words, String phrase) {
        int start = words.skip(
                0, Set.of("mais", "euh", "bah", "ben", "et", "ah", "alors", "bonjour", ",", "heu", "pardon"));
        return folded(words, start).startsWith(phrase + " ");
    }

    private static boolean saidIn(Words words, String phrase) {
        return (" " + folded(words, 0)).contains(" " + phrase + " ");
    }

    private static String folded(Words words, int from) {
        var folded = new StringBuilder();
        for (var token : words.tokens().subList(from, words.size())) {
            folded.append(token.folded()).append(' ');
        }
        return folded.toString();
    }
}
