package fr.accueil.router.evaluation;

import java.util.Arrays;
import java.util.List;

/// Shares and percentiles. Of nothing, they are zero.
final class Shares {

    private Shares() {}

    static double of(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /// The least value that so many percent of all do not exceed.
    static double percentile(List<Double> values, int percent) {
        if (values.isEmpty()) {
            return 0;
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
