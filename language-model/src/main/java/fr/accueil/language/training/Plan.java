package fr.accueil.language.training;

import java.util.Map;

/// How one model is trained.
///
/// @param cost what a sentence on the wrong side costs (the C of the support vector machine)
/// @param leastTexts a feature of fewer sentences is not learnt
/// @param negligible weights under this share of the label's greatest are left out
/// @param folds into how many parts the sentences are cut to calibrate on unseen ones; 0 for no calibration
/// @param gravity how many times more an error on a label costs than on another
record Plan(double cost, int leastTexts, double negligible, int folds, Map<String, Double> gravity) {

    static final Plan USUAL = new Plan(1, 2, 0, 3, Map.of());

    Plan withFolds(int other) {
        return new Plan(cost, leastTexts, negligible, other, gravity);
    }
}
