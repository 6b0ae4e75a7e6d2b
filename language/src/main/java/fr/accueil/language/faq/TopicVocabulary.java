package fr.accueil.language.faq;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;

/// The features that the topic model knows, and how rare each is among its training texts.
public final class TopicVocabulary {

    private static final float STEP = 1 / 16f;

    private final int[] keys;
    private final byte[] rarities;

    private TopicVocabulary(int[] keys, byte[] rarities) {
        this.keys = keys;
        this.rarities = rarities;
    }

    /// The features that at least this many texts have.
    public static TopicVocabulary of(Collection<TopicFeatures> texts, int leastTexts) {
        var frequencies = new TreeMap<Integer, Integer>();
        for (var text : texts) {
            for (int i = 0; i < text.size(); i++) {
                frequencies.merge(text.key(i), 1, Integer::sum);
            }
        }
        frequencies.values().removeIf(frequency -> frequency < leastTexts);
        var keys = frequencies.keySet().stream().mapToInt(Integer::intValue).toArray();
        var rarities = new byte[keys.length];
        for (int i = 0; i < keys.length; i++) {
            double rarity = 1 + StrictMath.log((1.0 + texts.size()) / (1.0 + frequencies.getOrDefault(keys[i], 0)));
            rarities[i] = (byte) Math.min(255, Math.round(rarity / STEP));
        }
        return new TopicVocabulary(keys, rarities);
    }

    public int size() {
        return keys.length;
    }

    /// The known features with their weights; each kind's part has length one.
    public SparseText text(TopicFeatures features) {
        var indices = new int[features.size()];
        var kinds = new int[features.size()];
        var values = new float[features.size()];
        var squares = new double[TopicFeatures.KINDS];
        int size = 0;
        for (int i = 0; i < features.size(); i++) {
            int index = Arrays.binarySearch(keys, features.key(i));
            if (index >= 0) {
                indices[size] = index;
                kinds[size] = features.kind(i);
                values[size] = (float) (1 + StrictMath.log(features.count(i))) * (rarities[index] & 0xff) * STEP;
                squares[kinds[size]] += values[size] * values[size];
                size++;
            }
        }
        for (int i = 0; i < size; i++) {
            values[i] = (float) (values[i] / Math.sqrt(squares[kinds[i]]));
        }
        return new SparseText(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    static TopicVocabulary read(DataInputStream in) throws IOException {
        var keys = new int[in.readInt()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = in.readInt();
        }
        var rarities = new byte[keys.length];
        in.readFully(rarities);
        return new TopicVocabulary(keys, rarities);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(keys.length);
        for (int key : keys) {
            out.writeInt(key);
        }
        out.write(rarities);
    }

    /// @param indices of features, ascending
    @SuppressWarnings("ArrayRecordComponent")
    public record SparseText(int[] indices, float[] values) {}
}
