package fr.accueil.language.faq;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How rare words and concepts are, and which words are used for the same topics: `voiture` and `parking` stand in the
/// same questions, so one answers the other.
public final class WordMeanings {

    /// Two long words with this much in common are one word, written or inflected otherwise.
    private static final double ALIKE = 0.6;

    private static final int LONG_WORD = 5;

    private final float greatestRarity;
    private final float[] conceptRarities;
    private final Map<String, Meaning> meanings;

    private WordMeanings(float greatestRarity, float[] conceptRarities, Map<String, Meaning> meanings) {
        this.greatestRarity = greatestRarity;
        this.conceptRarities = conceptRarities;
        this.meanings = meanings;
    }

    /// @param topics for which the stem is used more than others, ascending
    @SuppressWarnings("ArrayRecordComponent")
    private record Meaning(float rarity, int[] topics, float[] weights) {

        double likeness(Meaning other) {
            double sum = 0;
            int i = 0;
            int j = 0;
            while (i < topics.length && j < other.topics.length) {
                if (topics[i] == other.topics[j]) {
                    sum += weights[i++] * other.weights[j++];
                } else if (topics[i] < other.topics[j]) {
                    i++;
                } else {
                    j++;
                }
            }
            return sum;
        }
    }

    /// @param topics of each text, by number
    public static WordMeanings of(List<String> texts, List<Integer> topics, int topicCount) {
        var frequencies = new TreeMap<String, Integer>();
        var uses = new TreeMap<String, TreeMap<Integer, Integer>>();
        var conceptFrequencies = new int[Concepts.count()];
        for (int i = 0; i < texts.size(); i++) {
            var words = Words.of(texts.get(i));
            var stems = new HashSet<String>();
            for (var word : words) {
                stems.add(Words.stem(TopicFeatures.shown(word)));
            }
            for (var stem : stems) {
                frequencies.merge(stem, 1, Integer::sum);
                uses.computeIfAbsent(stem, _ -> new TreeMap<>()).merge(topics.get(i), 1, Integer::sum);
            }
            for (int concept : Concepts.in(words)) {
                conceptFrequencies[concept]++;
            }
        }
        var meanings = new TreeMap<String, Meaning>();
        uses.forEach((stem, used) -> {
            int frequency = frequencies.getOrDefault(stem, 0);
            meanings.put(stem, meaning(rarity(texts.size(), frequency), frequency, used, topicCount));
        });
        var conceptRarities = new float[conceptFrequencies.length];
        for (int i = 0; i < conceptRarities.length; i++) {
            conceptRarities[i] = rarity(texts.size(), conceptFrequencies[i]);
        }
        return new WordMeanings(rarity(texts.size(), 0), conceptRarities, meanings);
    }

    private static float rarity(int texts, int frequency) {
        return (float) StrictMath.log((1.0 + texts) / (1.0 + frequency));
    }

    private static Meaning meaning(float rarity, int frequency, Map<Integer, Integer> uses, int topicCount) {
        var topics = new ArrayList<Integer>();
        var weights = new ArrayList<Double>();
        double square = 0;
        if (frequency > 1) {
            for (var use : uses.entrySet()) {
                double surprise = StrictMath.log((double) use.getValue() / frequency * topicCount);
                double weight = surprise * (1 - 1.0 / (1 + use.getValue()));
                if (weight > 0) {
                    topics.add(use.getKey());
                    weights.add(weight);
                    square += weight * weight;
                }
            }
        }
        var scaled = new float[weights.size()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (weights.get(i) / Math.sqrt(square));
        }
        return new Meaning(rarity, topics.stream().mapToInt(Integer::intValue).toArray(), scaled);
    }

    double rarity(String stem) {
        var meaning = meanings.get(stem);
        return meaning == null ? greatestRarity : meaning.rarity();
    }

    boolean knows(String stem) {
        return meanings.containsKey(stem);
    }

    double rarity(int concept) {
        return conceptRarities[concept];
    }

    /// 1 for the same stem, 0 for stems that have nothing to do with each other.
    double likeness(String stem, String other) {
        if (stem.equals(other)) {
            return 1;
        }
        var meaning = meanings.get(stem);
        var otherMeaning = meanings.get(other);
        double likeness = meaning == null || otherMeaning == null ? 0 : meaning.likeness(otherMeaning);
        if (stem.length() >= LONG_WORD && other.length() >= LONG_WORD) {
            double letters = pairsInCommon(stem, other);
            return letters > ALIKE ? Math.max(likeness, letters) : likeness;
        }
        return likeness;
    }

    /// Dice's coefficient of the pairs of letters.
    private static double pairsInCommon(String stem, String other) {
        var pairs = new int[other.length() - 1];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = other.charAt(i) << 16 | other.charAt(i + 1);
        }
        int common = 0;
        for (int i = 0; i + 1 < stem.length(); i++) {
            int pair = stem.charAt(i) << 16 | stem.charAt(i + 1);
            for (int j = 0; j < pairs.length; j++) {
                if (pairs[j] == pair) {
                    pairs[j] = -1;
                    common++;
                    break;
                }
            }
        }
        return 2.0 * common / (stem.length() + other.length() - 2);
    }

    static WordMeanings read(DataInputStream in) throws IOException {
        float greatest = in.readFloat();
        var concepts = new float[in.readInt()];
        for (int i = 0; i < concepts.length; i++) {
            concepts[i] = in.readFloat();
        }
        if (concepts.length != Concepts.count()) {
            throw new IOException("The FAQ model was made with other concepts: build language-model again");
        }
        int size = in.readInt();
        var meanings = new HashMap<String, Meaning>(size * 2);
        for (int i = 0; i < size; i++) {
            var stem = in.readUTF();
            float rarity = in.readFloat();
            var topics = new int[in.readUnsignedShort()];
            var weights = new float[topics.length];
            for (int j = 0; j < topics.length; j++) {
                topics[j] = in.readUnsignedShort();
                weights[j] = in.readFloat();
            }
            meanings.put(stem, new Meaning(rarity, topics, weights));
        }
        return new WordMeanings(greatest, concepts, meanings);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(greatestRarity);
        out.writeInt(conceptRarities.length);
        for (float rarity : conceptRarities) {
            out.writeFloat(rarity);
        }
        out.writeInt(meanings.size());
        for (var entry : new TreeMap<>(meanings).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeFloat(entry.getValue().rarity());
            out.writeShort(entry.getValue().topics().length);
            for (int i = 0; i < entry.getValue().topics().length; i++) {
                out.writeShort(entry.getValue().topics()[i]);
                out.writeFloat(entry.getValue().weights()[i]);
            }
        }
    }
}
