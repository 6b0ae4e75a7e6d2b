package fr.accueil.language.model;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One hyperplane per label over the features of a text.
///
/// The file, big-endian:
/// - `ACLM`, the version of the file (int), [Features#VERSION] (int)
/// - the number of labels (int), each in UTF-8 after its length in bytes (short)
/// - the [Vocabulary]: the number of features (int), their keys ascending (int), their rarities (byte)
/// - the [Weights], the [Calibration]
public final class LinearModel {

    private static final int MAGIC = 0x41434c4d;
    private static final int VERSION = 1;

    private final List<String> labels;
    private final Vocabulary vocabulary;
    private final Weights weights;
    private final Calibration calibration;

    public LinearModel(List<String> labels, Vocabulary vocabulary, Weights weights, Calibration calibration) {
        this.labels = List.copyOf(labels);
        this.vocabulary = vocabulary;
        this.weights = weights;
        this.calibration = calibration;
    }

    public List<String> labels() {
        return labels;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// For each label how far the text lies on its side of the hyperplane; negative on the other side.
    public float[] decision(SparseVector text) {
        return weights.decision(text);
    }

    public float[] decision(String text) {
        return decision(vocabulary.vector(text));
    }

    /// For each label how probable it is; together 1.
    public float[] probabilities(SparseVector text) {
        return calibration.probabilities(decision(text));
    }

    public float[] probabilities(Features text) {
        return probabilities(vocabulary.vector(text));
    }

    public float[] probabilities(String text) {
        return probabilities(vocabulary.vector(text));
    }

    /// Reads a model and leaves the stream open.
    public static LinearModel read(InputStream stream) throws IOException {
        var in = ByteBuffer.wrap(stream.readAllBytes());
        try {
            return read(in);
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IOException("The language model is cut off", e);
        }
    }

    private static LinearModel read(ByteBuffer in) throws IOException {
        if (in.getInt() != MAGIC) {
            throw new IOException("This is not a language model");
        }
        int version = in.getInt();
        int features = in.getInt();
        if (version != VERSION || features != Features.VERSION) {
            throw new IOException("The language model is of version " + version + "." + features + ", and " + VERSION
                    + "." + Features.VERSION + " is read here: build language-model again");
        }
        var labels = new String[in.getInt()];
        for (int i = 0; i < labels.length; i++) {
            var label = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(label);
            labels[i] = new String(label, StandardCharsets.UTF_8);
        }
        return new LinearModel(
                List.of(labels), Vocabulary.read(in), Weights.read(in), Calibration.read(in, labels.length));
    }

    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(Features.VERSION);
        out.writeInt(labels.size());
        for (var label : labels) {
            var bytes = label.getBytes(StandardCharsets.UTF_8);
            out.writeShort(bytes.length);
            out.write(bytes);
        }
        vocabulary.write(out);
        weights.write(out);
        calibration.write(out);
        out.flush();
    }
}
