package fr.accueil.language.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/// Counts what was said against what is right: accuracy, precision and recall per label, and their macro-F1.
final class Scores {

    private final TreeMap<String, int[]> counts = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();
    private int right;
    private int all;

    /// @param accepted the label first, then what is right too
    void add(String text, Set<String> accepted, String said) {
        all++;
        var label = accepted.iterator().next();
        if (accepted.contains(said)) {
            right++;
            of(said)[0]++;
        } else {
            of(said)[1]++;
            of(label)[2]++;
            errors.add(label + " → " + said + ": " + text);
        }
    }

    private int[] of(String label) {
        return counts.computeIfAbsent(label, _ -> new int[3]);
    }

    double accuracy() {
        return (double) right / all;
    }

    double recall(String label) {
        var count = of(label);
        return ratio(count[0], count[0] + count[2]);
    }

    double precision(String label) {
        var count = of(label);
        return ratio(count[0], count[0] + count[1]);
    }

    double macroF1() {
        return counts.values().stream()
                .filter(count -> count[0] + count[2] > 0)
                .mapToDouble(count -> ratio(2 * count[0], 2 * count[0] + count[1] + count[2]))
                .average()
                .orElse(0);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    String table() {
        var table = new StringBuilder(
                String.format(Locale.ROOT, "%d texts, accuracy %.3f, macro-F1 %.3f%n", all, accuracy(), macroF1()));
        counts.forEach((label, count) -> table.append(String.format(
                Locale.ROOT,
                "  %-15s precision %.3f  recall %.3f  of %d%n",
                label,
                precision(label),
                recall(label),
                count[0] + count[2])));
        return table.toString();
    }
}
