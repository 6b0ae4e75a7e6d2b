package fr.accueil.language.faq;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A text prepared for comparison.
///
/// @param stems of the words that say what the text is about
/// @param sharpened the decisions about topics, standardised, the positive ones squared
/// @param likelihoods how likely each topic is, one in all
/// @param top the likeliest topics, the first first
/// @param stemWeights rarity by stem, @param runs count by letter run
@SuppressWarnings("ArrayRecordComponent")
record Reading(
        String text,
        int wordCount,
        Set<String> stems,
        Set<String> numbers,
        BitSet concepts,
        float[] decision,
        float[] sharpened,
        float[] likelihoods,
        int[] top,
        Weighted stemWeights,
        Weighted runs) {

    static final int TOP = 5;
    private static final int[] RUNS = {3, 4};

    static Reading ofQuestion(String text, TopicModel topics, WordMeanings meanings) {
        var words = Words.of(text);
        var concepts = Concepts.in(words);
        return of(text, words, concepts, concepts, topics, meanings);
    }

    /// With the concepts that the text carries without naming them.
    static Reading ofAnswer(String text, TopicModel topics, WordMeanings meanings) {
        var words = Words.of(text);
        var concepts = Concepts.in(words);
        return of(text, words, concepts, Carried.in(text, concepts), topics, meanings);
    }

    private static Reading of(
            String text, List<String> words, int[] named, int[] all, TopicModel topics, WordMeanings meanings) {
        var stems = new LinkedHashSet<String>();
        var numbers = new LinkedHashSet<String>();
        var stemWeights = new TreeMap<String, Double>();
        var runs = new TreeMap<String, Double>();
        for (var word : words) {
            Words.number(word).ifPresent(numbers::add);
            if (Words.isTelling(word)) {
                var stem = Words.stem(word);
                stems.add(stem);
                stemWeights.put(stem, meanings.rarity(stem));
                addRuns(word, runs);
            }
        }
        var concepts = new BitSet();
        for (int concept : all) {
            concepts.set(concept);
        }
        var decision = topics.decision(TopicFeatures.of(words, named));
        return new Reading(
                text,
                words.size(),
                stems,
                numbers,
                concepts,
                decision,
                sharpened(decision),
                likelihoods(decision),
                top(decision),
                new Weighted(stemWeights),
                new Weighted(runs));
    }

    private static void addRuns(String word, Map<String, Double> runs) {
        if (word.length() < 3 || !Words.isWord(word)) {
            return;
        }
        var padded = " " + word + " ";
        for (int length : RUNS) {
            for (int i = 0; i + length <= padded.length(); i++) {
                runs.merge(padded.substring(i, i + length), 1.0, Double::sum);
            }
        }
    }

    private static float[] sharpened(float[] decision) {
        double mean = 0;
        for (float value : decision) {
            mean += value;
        }
        mean /= decision.length;
        double spread = 0;
        for (float value : decision) {
            spread += (value - mean) * (value - mean);
        }
        spread = Math.sqrt(spread / decision.length);
        var sharpened = new float[decision.length];
        double square = 0;
        for (int i = 0; i < sharpened.length && spread > 0; i++) {
            double standard = Math.max(0, (decision[i] - mean) / spread);
            sharpened[i] = (float) (standard * standard);
            square += (double) sharpened[i] * sharpened[i];
        }
        for (int i = 0; i < sharpened.length && square > 0; i++) {
            sharpened[i] = (float) (sharpened[i] / Math.sqrt(square));
        }
        return sharpened;
    }

    private static float[] likelihoods(float[] decision) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (float value : decision) {
            greatest = Math.max(greatest, value);
        }
        var likelihoods = new float[decision.length];
        double sum = 0;
        for (int i = 0; i < decision.length; i++) {
            likelihoods[i] = (float) Math.exp(decision[i] - greatest);
            sum += likelihoods[i];
        }
        for (int i = 0; i < decision.length; i++) {
            likelihoods[i] = (float) (likelihoods[i] / sum);
        }
        return likelihoods;
    }

    private static int[] top(float[] decision) {
        var top = new int[Math.min(TOP, decision.length)];
        var taken = new BitSet();
        for (int place = 0; place < top.length; place++) {
            int best = taken.nextClearBit(0);
            for (int topic = best; topic < decision.length; topic++) {
                if (!taken.get(topic) && decision[topic] > decision[best]) {
                    best = topic;
                }
            }
            taken.set(best);
            top[place] = best;
        }
        return top;
    }

    /// How much two texts are about the same topics, 0 to 1.
    double topicLikeness(Reading other) {
        double sum = 0;
        for (int i = 0; i < sharpened.length; i++) {
            sum += sharpened[i] * other.sharpened[i];
        }
        return sum;
    }

    /// 1 when this is the text's first topic, less for a later one, 0 for none of the first.
    double placeOf(int topic) {
        for (int place = 0; place < top.length; place++) {
            if (top[place] == topic) {
                return 1.0 / (place + 1);
            }
        }
        return 0;
    }
}
