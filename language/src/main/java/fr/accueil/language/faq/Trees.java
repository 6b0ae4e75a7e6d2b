package fr.accueil.language.faq;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/// Boosted regression trees: the sum of what each tree says of a row of numbers, a log-odds.
public final class Trees {

    private final double start;
    private final List<Tree> trees;

    public Trees(double start, List<Tree> trees) {
        this.start = start;
        this.trees = List.copyOf(trees);
    }

    /// Node 0 is the root.
    ///
    /// @param measures which number decides, -1 at a leaf
    /// @param bounds up to this (inclusive) to the left; at a leaf what it says
    @SuppressWarnings("ArrayRecordComponent")
    public record Tree(short[] measures, float[] bounds, short[] left, short[] right) {

        public double score(double[] row) {
            int node = 0;
            while (measures[node] >= 0) {
                node = row[measures[node]] <= bounds[node] ? left[node] : right[node];
            }
            return bounds[node];
        }
    }

    public double score(double[] row) {
        double score = start;
        for (var tree : trees) {
            score += tree.score(row);
        }
        return score;
    }

    static Trees read(DataInputStream in) throws IOException {
        double start = in.readDouble();
        var trees = new Tree[in.readInt()];
        for (int i = 0; i < trees.length; i++) {
            int nodes = in.readUnsignedShort();
            var tree = new Tree(new short[nodes], new float[nodes], new short[nodes], new short[nodes]);
            for (int node = 0; node < nodes; node++) {
                tree.measures()[node] = in.readShort();
                tree.bounds()[node] = in.readFloat();
                tree.left()[node] = in.readShort();
                tree.right()[node] = in.readShort();
            }
            trees[i] = tree;
        }
        return new Trees(start, List.of(trees));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(start);
        out.writeInt(trees.size());
        for (var tree : trees) {
            out.writeShort(tree.measures().length);
            for (int node = 0; node < tree.measures().length; node++) {
                out.writeShort(tree.measures()[node]);
                out.writeFloat(tree.bounds()[node]);
                out.writeShort(tree.left()[node]);
                out.writeShort(tree.right()[node]);
            }
        }
    }
}
