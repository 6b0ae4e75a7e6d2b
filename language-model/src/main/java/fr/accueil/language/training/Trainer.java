package fr.accueil.language.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import fr.accueil.language.model.Calibration;
import fr.accueil.language.model.Features;
import fr.accueil.language.model.LinearModel;
import fr.accueil.language.model.SparseVector;
import fr.accueil.language.model.Vocabulary;
import fr.accueil.language.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// A linear support vector machine, one label against the rest. One thread and a fixed seed: the same sentences in the
/// same
/// order give the same model, byte for byte.
final class Trainer {

    private static final double PRECISION = 0.01;
    private static final long SEED = 20261122;

    private Trainer() {}

    static LinearModel train(List<Example> examples, Plan plan) {
        var labels = labels(examples);
        var features =
                examples.stream().map(example -> Features.of(example.text())).toList();
        var calibration = plan.folds() == 0
                ? Calibration.none(labels.size())
                : CrossValidation.of(examples, features, labels, plan).calibration();
        return train(examples, features, labels, plan, calibration);
    }

    static List<String> labels(List<Example> examples) {
        return List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
    }

    static LinearModel train(
            List<Example> examples, List<Features> features, List<String> labels, Plan plan, Calibration calibration) {
        var vocabulary = Vocabulary.of(features, plan.leastTexts());
        var problem = new Problem();
        problem.l = examples.size();
        problem.n = vocabulary.size() + 1;
        problem.bias = 1;
        problem.x = new Feature[problem.l][];
        problem.y = new double[problem.l];
        for (int i = 0; i < problem.l; i++) {
            problem.x[i] = nodes(vocabulary.vector(features.get(i)), problem.n);
            problem.y[i] = labels.indexOf(examples.get(i).label());
        }
        Linear.disableDebugOutput();
        return model(Linear.train(problem, parameter(labels, plan)), labels, vocabulary, plan, calibration);
    }

    private static Parameter parameter(List<String> labels, Plan plan) {
        var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, plan.cost(), PRECISION);
        parameter.setRandom(new Random(SEED));
        var gravities = new double[labels.size()];
        var numbers = new int[labels.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
            gravities[i] = plan.gravity().getOrDefault(labels.get(i), 1.0);
        }
        parameter.setWeights(gravities, numbers);
        return parameter;
    }

    private static Feature[] nodes(SparseVector vector, int bias) {
        var nodes = new ArrayList<Feature>(vector.size() + 1);
        for (int i = 0; i < vector.size(); i++) {
            nodes.add(new FeatureNode(vector.index(i) + 1, vector.value(i)));
        }
        nodes.add(new FeatureNode(bias, 1));
        return nodes.toArray(Feature[]::new);
    }

    /// liblinear names the labels in the order in which it met them, and knows two labels by one hyperplane.
    private static LinearModel model(
            Model trained, List<String> labels, Vocabulary vocabulary, Plan plan, Calibration calibration) {
        int size = vocabulary.size();
        var weights = new double[labels.size()][size];
        var biases = new double[labels.size()];
        var all = trained.getFeatureWeights();
        var met = trained.getLabels();
        int planes = met.length == 2 ? 1 : met.length;
        for (int at = 0; at < met.length; at++) {
            int plane = planes == 1 ? 0 : at;
            double sign = planes == 1 && at == 1 ? -1 : 1;
            for (int feature = 0; feature < size; feature++) {
                weights[met[at]][feature] = sign * all[feature * planes + plane];
            }
            biases[met[at]] = sign * all[size * planes + plane];
        }
        return new LinearModel(labels, vocabulary, Weights.of(weights, biases, plan.negligible()), calibration);
    }
}
