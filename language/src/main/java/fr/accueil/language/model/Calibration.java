package fr.accueil.language.model;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Turns decisions into probabilities: the softmax of `steepness × decision + offset`, fitted to decisions about texts
/// that
/// the model had not seen. In the file: the steepness and each label's offset (float).
public final class Calibration {

    private final float steepness;
    private final float[] offsets;

    public Calibration(float steepness, float[] offsets) {
        this.steepness = steepness;
        this.offsets = offsets.clone();
    }

    /// Without fitting: good for an order, not for a confidence.
    public static Calibration none(int labels) {
        return new Calibration(1, new float[labels]);
    }

    public float[] probabilities(float[] decisions) {
        var weights = new double[decisions.length];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = steepness * decisions[i] + offsets[i];
            greatest = Math.max(greatest, weights[i]);
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = StrictMath.exp(weights[i] - greatest);
        }
        double sum = Arrays.stream(weights).sum();
        var probabilities = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            probabilities[i] = (float) (weights[i] / sum);
        }
        return probabilities;
    }

    static Calibration read(ByteBuffer in, int labels) {
        float steepness = in.getFloat();
        var offsets = new float[labels];
        for (int i = 0; i < labels; i++) {
            offsets[i] = in.getFloat();
        }
        return new Calibration(steepness, offsets);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeFloat(steepness);
        for (float offset : offsets) {
            out.writeFloat(offset);
        }
    }
}
