package fr.accueil.router.languagemodel;

import static java.util.stream.Collectors.joining;

import fr.accueil.router.understanding.Phrasing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether the model's words may be said: only where all of its sources exist, all that would bind the business stands
/// in
/// them, and most of its words do. Strict on purpose: whoever is refused is answered in the business's own words.
final class CheckWording {

    private static final int LONGEST = 700;

    /// Of its words that carry something, the share that the sources know.
    private static final double BACKED = 0.6;

    private static final int SHORTEST_WORD = 4;
    private static final int SAME_BEGINNING = 5;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern MARKUP = Pattern.compile("[<>{}\\[\\]`]|\\b[FSPHA]\\d+\\b");

    /// "Ne … pas", "fermé", "sans": a wording may not turn a no into a yes.
    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:n'|ne\\b|non\\b|pas\\b|aucune?\\b|jamais\\b|sans\\b|ni\\b|fermee?s?\\b|sauf\\b|interdit|impossible|refus)");

    /// Words that say nothing by themselves.
    private static final Set<String> EMPTY = Set.of(
            "vous", "nous", "notre", "votre", "avec", "pour", "dans", "chez", "cette", "vers", "mais", "donc", "ainsi",
            "alors", "bien", "sont", "sommes", "etes", "avez", "avons", "peut", "pouvez", "pouvons", "faut", "entre",
            "plus", "tres", "tout", "tous", "toute", "toutes", "aussi", "cela", "elle", "elles", "leur", "leurs",
            "etre", "avoir", "fait", "faire", "quand", "comme", "jusqu", "depuis", "oui");

    private CheckWording() {}

    static Optional<Phrasing> checked(String wording, List<Source> cited) {
        var text = wording.strip();
        if (text.isEmpty()
                || text.length() > LONGEST
                || cited.isEmpty()
                || MARKUP.matcher(text).find()) {
            return Optional.empty();
        }
        var sources = cited.stream().map(it -> it.textFor(text)).collect(joining("\n"));
        return Claims.allIn(text, sources) && denies(text) == denies(sources) && isBacked(text, sources)
                ? Optional.of(new Phrasing(text, cited.stream().map(Source::id).toList()))
                : Optional.empty();
    }

    private static boolean denies(String text) {
        return DENIAL.matcher(Claims.folded(text)).find();
    }

    private static boolean isBacked(String text, String sources) {
        var known = words(sources);
        var said = words(text);
        var backed = said.stream().filter(known::contains).count();
        return backed >= BACKED * said.size();
    }

    private static Set<String> words(String text) {
        return WORD.matcher(Claims.folded(text))
                .results()
                .map(it -> it.group())
                .filter(it -> it.length() >= SHORTEST_WORD && !EMPTY.contains(it))
                .map(it -> it.substring(0, Math.min(SAME_BEGINNING, it.length())))
                .collect(Collectors.toSet());
    }
}
