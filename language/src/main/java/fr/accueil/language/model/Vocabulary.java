package fr.accueil.language.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;

/// The features that a model knows and how rare each is (inverse document frequency, in steps of 1/16: training and use
/// see the same).
public final class Vocabulary {

    private static final float STEP = 1 / 16f;

    private final int[] keys;
    private final byte[] rarities;

    private Vocabulary(int[] keys, byte[] rarities) {
        this.keys = keys;
        this.rarities = rarities;
    }

    /// The features that at least this many texts have.
    public static Vocabulary of(Collection<Features> texts, int leastTexts) {
        var frequencies = new TreeMap<Integer, Integer>();
        for (var text : texts) {
            for (int i = 0; i < text.size(); i++) {
                frequencies.merge(text.key(i), 1, Integer::sum);
            }
        }
        frequencies.values().removeIf(frequency -> frequency < leastTexts);
        var keys = new int[frequencies.size()];
        var rarities = new byte[keys.length];
        int at = 0;
        for (var feature : frequencies.entrySet()) {
            double rarity = 1 + StrictMath.log((1.0 + texts.size()) / (1.0 + feature.getValue()));
            keys[at] = feature.getKey();
            rarities[at++] = (byte) Math.min(255, Math.round(rarity / STEP));
        }
        return new Vocabulary(keys, rarities);
    }

    public int size() {
        return keys.length;
    }

    public SparseVector vector(String text) {
        return vector(Features.of(text));
    }

    public SparseVector vector(Features features) {
        var indices = new int[features.size()];
        var kinds = new byte[features.size()];
        var values = new float[features.size()];
        var squares = new double[Kind.values().length];
        int size = 0;
        for (int i = 0; i < features.size(); i++) {
            int index = Arrays.binarySearch(keys, features.key(i));
            if (index >= 0) {
                indices[size] = index;
                kinds[size] = (byte) features.kind(i);
                values[size] = (float) (1 + StrictMath.log(features.count(i))) * rarity(index);
                squares[kinds[size]] += values[size] * values[size];
                size++;
            }
        }
        for (int i = 0; i < size; i++) {
            values[i] = (float) (values[i] / Math.sqrt(squares[kinds[i]]));
        }
        return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    /// How rare the feature at this index is among the training texts.
    public float rarity(int index) {
        return (rarities[index] & 0xff) * STEP;
    }

    static Vocabulary read(ByteBuffer in) {
        var keys = new int[in.getInt()];
        in.asIntBuffer().get(keys);
        in.position(in.position() + keys.length * Integer.BYTES);
        var rarities = new byte[keys.length];
        in.get(rarities);
        return new Vocabulary(keys, rarities);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(keys.length);
        for (int key : keys) {
            out.writeInt(key);
        }
        out.write(rarities);
    }
}
