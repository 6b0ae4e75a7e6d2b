package fr.accueil.language.training;

import fr.accueil.language.model.Calibration;
import fr.accueil.language.model.Features;
import java.util.ArrayList;
import java.util.List;

/// What models say of sentences that they were not trained on. Neighbours in a file are often variants of one another:
/// they stay in the same part.
final class CrossValidation {

    private static final int NEIGHBOURS = 10;

    private final List<Example> examples;
    private final List<String> labels;
    private final float[][] decisions;

    private CrossValidation(List<Example> examples, List<String> labels, float[][] decisions) {
        this.examples = examples;
        this.labels = labels;
        this.decisions = decisions;
    }

    static CrossValidation of(List<Example> examples, List<Features> features, List<String> labels, Plan plan) {
        var decisions = new float[examples.size()][];
        for (int fold = 0; fold < plan.folds(); fold++) {
            var known = new ArrayList<Example>();
            var knownFeatures = new ArrayList<Features>();
            for (int i = 0; i < examples.size(); i++) {
                if (!isIn(fold, i, plan)) {
                    known.add(examples.get(i));
                    knownFeatures.add(features.get(i));
                }
            }
            var model = Trainer.train(known, knownFeatures, labels, plan, Calibration.none(labels.size()));
            for (int i = 0; i < examples.size(); i++) {
                if (isIn(fold, i, plan)) {
                    decisions[i] = model.decision(model.vocabulary().vector(features.get(i)));
                }
            }
        }
        return new CrossValidation(examples, labels, decisions);
    }

    private static boolean isIn(int fold, int example, Plan plan) {
        return example / NEIGHBOURS % plan.folds() == fold;
    }

    /// The steepness and offsets under which what came true was most probable, by gradient descent.
    Calibration calibration() {
        return new CalibrationFit(examples, labels, decisions).fit();
    }

    List<Example> examples() {
        return examples;
    }

    List<String> labels() {
        return labels;
    }

    float[] decision(int example) {
        return decisions[example];
    }
}
