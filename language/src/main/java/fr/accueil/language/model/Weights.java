package fr.accueil.language.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The weight of each feature for each label in one signed byte, times a scale per label. Weights that round to nothing
/// are
/// not kept: row `f` is the entries `starts[f]` to `starts[f + 1]`.
///
/// In the file: the numbers of labels, features and entries (int), scale and bias of each label (float), the length of
/// each row (short), the label of each entry (short), the weight of each entry (byte).
public final class Weights {

    private final float[] scales;
    private final float[] biases;
    private final int[] starts;
    private final short[] labels;
    private final byte[] weights;

    private Weights(float[] scales, float[] biases, int[] starts, short[] labels, byte[] weights) {
        this.scales = scales;
        this.biases = biases;
        this.starts = starts;
        this.labels = labels;
        this.weights = weights;
    }

    /// @param exact weight by label and feature
    /// @param negligible weights smaller than this share of the label's greatest are left out
    public static Weights of(double[][] exact, double[] biases, double negligible) {
        int features = exact[0].length;
        var scales = new float[exact.length];
        for (int label = 0; label < exact.length; label++) {
            scales[label] =
                    (float) (Arrays.stream(exact[label]).map(Math::abs).max().orElse(0) / 127);
        }
        long least = Math.max(1, Math.round(negligible * 127));
        var starts = new int[features + 1];
        var labels = new short[1024];
        var weights = new byte[1024];
        int size = 0;
        for (int feature = 0; feature < features; feature++) {
            for (int label = 0; label < exact.length; label++) {
                long steps = scales[label] == 0 ? 0 : Math.round(exact[label][feature] / scales[label]);
                if (Math.abs(steps) >= least) {
                    if (size == labels.length) {
                        labels = Arrays.copyOf(labels, size * 2);
                        weights = Arrays.copyOf(weights, size * 2);
                    }
                    labels[size] = (short) label;
                    weights[size++] = (byte) Math.clamp(steps, -127, 127);
                }
            }
            starts[feature + 1] = size;
        }
        var shifts = new float[biases.length];
        for (int label = 0; label < biases.length; label++) {
            shifts[label] = (float) biases[label];
        }
        return new Weights(scales, shifts, starts, Arrays.copyOf(labels, size), Arrays.copyOf(weights, size));
    }

    float[] decision(SparseVector text) {
        var sums = new float[scales.length];
        for (int i = 0; i < text.size(); i++) {
            int feature = text.index(i);
            float value = text.value(i);
            for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
                sums[labels[entry]] += value * weights[entry];
            }
        }
        for (int label = 0; label < sums.length; label++) {
            sums[label] = sums[label] * scales[label] + biases[label];
        }
        return sums;
    }

    static Weights read(ByteBuffer in) {
        var scales = new float[in.getInt()];
        var biases = new float[scales.length];
        var starts = new int[in.getInt() + 1];
        int size = in.getInt();
        for (int label = 0; label < scales.length; label++) {
            scales[label] = in.getFloat();
            biases[label] = in.getFloat();
        }
        for (int feature = 1; feature < starts.length; feature++) {
            starts[feature] = starts[feature - 1] + Short.toUnsignedInt(in.getShort());
        }
        var labels = new short[size];
        in.asShortBuffer().get(labels);
        in.position(in.position() + size * Short.BYTES);
        var weights = new byte[size];
        in.get(weights);
        return new Weights(scales, biases, starts, labels, weights);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(scales.length);
        out.writeInt(starts.length - 1);
        out.writeInt(weights.length);
        for (int label = 0; label < scales.length; label++) {
            out.writeFloat(scales[label]);
            out.writeFloat(biases[label]);
        }
        for (int feature = 1; feature < starts.length; feature++) {
            out.writeShort(starts[feature] - starts[feature - 1]);
        }
        for (short label : labels) {
            out.writeShort(label);
        }
        out.write(weights);
    }
}
