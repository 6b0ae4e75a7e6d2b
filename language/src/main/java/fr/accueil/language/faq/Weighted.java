package fr.accueil.language.faq;

import java.util.HashMap;
import java.util.Map;

/// Weights by word or letter run, for comparison with others.
final class Weighted {

    private final Map<String, Double> weights;
    private final double length;

    Weighted(Map<String, Double> weights) {
        this.weights = new HashMap<>(weights);
        double square = 0;
        for (double weight : weights.values()) {
            square += weight * weight;
        }
        this.length = Math.sqrt(square);
    }

    /// The cosine of the angle between the two: 0 when they share nothing, 1 when they are alike.
    double likeness(Weighted other) {
        if (weights.size() > other.weights.size()) {
            return other.likeness(this);
        }
        double sum = 0;
        for (var entry : weights.entrySet()) {
            var weight = other.weights.get(entry.getKey());
            sum += weight == null ? 0 : entry.getValue() * weight;
        }
        double lengths = length * other.length;
        return lengths == 0 ? 0 : sum / lengths;
    }
}
