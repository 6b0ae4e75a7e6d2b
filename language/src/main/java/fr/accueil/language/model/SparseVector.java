package fr.accueil.language.model;

/// The features of a text that a vocabulary knows, ascending, each with its weight.
public final class SparseVector {

    private final int[] indices;
    private final float[] values;

    SparseVector(int[] indices, float[] values) {
        this.indices = indices;
        this.values = values;
    }

    public int size() {
        return indices.length;
    }

    public int index(int i) {
        return indices[i];
    }

    public float value(int i) {
        return values[i];
    }

    public double dot(SparseVector other) {
        double sum = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < indices.length && theirs < other.indices.length) {
            int difference = Integer.compare(indices[mine], other.indices[theirs]);
            if (difference == 0) {
                sum += (double) values[mine] * other.values[theirs];
            }
            mine += difference <= 0 ? 1 : 0;
            theirs += difference >= 0 ? 1 : 0;
        }
        return sum;
    }

    /// How alike two texts are, from 0 to 1.
    public double cosine(SparseVector other) {
        double lengths = Math.sqrt(dot(this) * other.dot(other));
        return lengths == 0 ? 0 : dot(other) / lengths;
    }
}
