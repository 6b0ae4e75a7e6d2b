package fr.accueil.language.faq;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What a sentence of an answer carries without naming it: an amount in euros answers a question about the price,
/// opening
/// hours with days answer a question about any day of the week.
final class Carried {

    private static final List<Rule> RULES =
            Resource.lines(Carried.class, "carried.txt").stream().map(Rule::of).toList();

    private Carried() {}

    private record Rule(Pattern pattern, List<Integer> concepts) {

        static Rule of(String line) {
            int arrow = line.lastIndexOf("=>");
            return new Rule(
                    Pattern.compile(line.substring(0, arrow).strip()),
                    Arrays.stream(line.substring(arrow + 2).strip().split("\\s+"))
                            .map(Concepts::named)
                            .toList());
        }
    }

    /// The named concepts and those that are carried, in ascending order, each once.
    static int[] in(String text, int[] named) {
        var plain = Words.plain(text);
        var found = new TreeSet<Integer>();
        for (int concept : named) {
            found.add(concept);
        }
        for (var rule : RULES) {
            if (rule.pattern().matcher(plain).find()) {
                found.addAll(rule.concepts());
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }
}
