package fr.accueil.language.training;

import fr.accueil.language.model.Calibration;
import java.util.List;

/// Fits the softmax of `steepness × decision + offset` to what came true: gradient descent on the mean surprise.
final class CalibrationFit {

    private static final int ROUNDS = 400;
    private static final double PACE = 2;

    /// Keeps a label of few sentences from wandering off.
    private static final double RESTRAINT = 0.002;

    private final List<Example> examples;
    private final List<String> labels;
    private final float[][] decisions;

    CalibrationFit(List<Example> examples, List<String> labels, float[][] decisions) {
        this.examples = examples;
        this.labels = labels;
        this.decisions = decisions;
    }

    Calibration fit() {
        double steepness = 3;
        var offsets = new double[labels.size()];
        var truths = examples.stream()
                .mapToInt(example -> labels.indexOf(example.label()))
                .toArray();
        for (int round = 0; round < ROUNDS; round++) {
            double steeper = 0;
            var shifts = new double[offsets.length];
            for (int i = 0; i < truths.length; i++) {
                var surplus = probabilities(decisions[i], steepness, offsets);
                surplus[truths[i]] -= 1;
                for (int label = 0; label < offsets.length; label++) {
                    steeper += surplus[label] * decisions[i][label];
                    shifts[label] += surplus[label];
                }
            }
            steepness -= PACE * steeper / truths.length;
            for (int label = 0; label < offsets.length; label++) {
                offsets[label] -= PACE * (shifts[label] / truths.length + RESTRAINT * offsets[label]);
            }
        }
        var narrowed = new float[offsets.length];
        for (int label = 0; label < offsets.length; label++) {
            narrowed[label] = (float) offsets[label];
        }
        return new Calibration((float) steepness, narrowed);
    }

    private static double[] probabilities(float[] decisions, double steepness, double[] offsets) {
        var weights = new double[offsets.length];
        double sum = 0;
        for (int label = 0; label < weights.length; label++) {
            weights[label] = StrictMath.exp(steepness * decisions[label] + offsets[label]);
            sum += weights[label];
        }
        for (int label = 0; label < weights.length; label++) {
            weights[label] /= sum;
        }
        return weights;
    }
}
