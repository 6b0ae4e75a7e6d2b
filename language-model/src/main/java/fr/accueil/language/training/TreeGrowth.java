package fr.accueil.language.training;

import fr.accueil.language.faq.Trees;
import fr.accueil.language.faq.Trees.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Gradient-boosted trees on the logistic loss: each tree is grown on the second-order errors of those before it, on a
/// part
/// of the rows and of the measures, its bounds taken from a few quantiles.
final class TreeGrowth {

    private static final int TREES = 350;
    private static final int DEPTH = 5;
    private static final double PACE = 0.04;
    private static final double RESTRAINT = 3;
    private static final double LEAST_WEIGHT = 4;
    private static final double LEAST_GAIN = 1e-3;
    private static final double MEASURES_USED = 0.3;
    private static final double ROWS_USED = 0.7;
    private static final int QUANTILES = 32;
    private static final long SEED = 20261122;

    private final double[][] rows;
    private final boolean[] settled;
    private final float[][] bounds;
    private final byte[][] bins;
    private final double[] slopes;
    private final double[] curves;
    private final Random random = new Random(SEED);

    private TreeGrowth(List<double[]> rows, List<Boolean> settled) {
        this.rows = rows.toArray(double[][]::new);
        this.settled = new boolean[settled.size()];
        for (int i = 0; i < this.settled.length; i++) {
            this.settled[i] = settled.get(i);
        }
        this.bounds = new float[this.rows[0].length][];
        this.bins = new byte[this.rows[0].length][this.rows.length];
        this.slopes = new double[this.rows.length];
        this.curves = new double[this.rows.length];
        for (int measure = 0; measure < bounds.length; measure++) {
            cutIntoBins(measure);
        }
    }

    static Trees grow(List<double[]> rows, List<Boolean> settled) {
        return new TreeGrowth(rows, settled).grow();
    }

    /// Bounds at the quantiles, closer together among the greatest values, where the settled ones are.
    private void cutIntoBins(int measure) {
        var values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i][measure];
        }
        Arrays.sort(values);
        var cuts = new TreeSet<Float>();
        for (int i = 1; i < QUANTILES; i++) {
            cuts.add((float) values[(int) ((long) i * values.length / QUANTILES)]);
            cuts.add((float) values[(int) (values.length - 1 - values.length * 0.5 / StrictMath.pow(1.35, i))]);
        }
        bounds[measure] = new float[cuts.size()];
        int size = 0;
        for (float cut : cuts) {
            bounds[measure][size++] = cut;
        }
        for (int i = 0; i < rows.length; i++) {
            int bin = 0;
            while (bin < size && rows[i][measure] > bounds[measure][bin]) {
                bin++;
            }
            bins[measure][i] = (byte) bin;
        }
    }

    private Trees grow() {
        int positives = 0;
        for (boolean one : settled) {
            positives += one ? 1 : 0;
        }
        double start = StrictMath.log((double) positives / (settled.length - positives));
        var scores = new double[rows.length];
        Arrays.fill(scores, start);
        var trees = new ArrayList<Tree>();
        for (int i = 0; i < TREES; i++) {
            var tree = nextTree(scores);
            trees.add(tree);
            for (int row = 0; row < rows.length; row++) {
                scores[row] += tree.score(rows[row]);
            }
        }
        return new Trees(start, trees);
    }

    private Tree nextTree(double[] scores) {
        var used = new int[rows.length];
        int size = 0;
        for (int row = 0; row < rows.length; row++) {
            double probability = 1 / (1 + StrictMath.exp(-scores[row]));
            slopes[row] = probability - (settled[row] ? 1 : 0);
            curves[row] = probability * (1 - probability);
            if (random.nextDouble() < ROWS_USED) {
                used[size++] = row;
            }
        }
        var measures = new ArrayList<Integer>();
        for (int measure = 0; measure < bounds.length; measure++) {
            if (random.nextDouble() < MEASURES_USED) {
                measures.add(measure);
            }
        }
        var nodes = new Nodes();
        grow(nodes, Arrays.copyOf(used, size), 0, measures);
        return nodes.tree();
    }

    private int grow(Nodes nodes, int[] members, int depth, List<Integer> measures) {
        double slope = 0;
        double curve = 0;
        for (int row : members) {
            slope += slopes[row];
            curve += curves[row];
        }
        int node = nodes.leaf(-PACE * slope / (curve + RESTRAINT));
        var split = depth == DEPTH ? null : bestSplit(members, slope, curve, measures);
        if (split == null) {
            return node;
        }
        var left = Arrays.stream(members)
                .filter(row -> bins[split.measure()][row] <= split.bin())
                .toArray();
        var right = Arrays.stream(members)
                .filter(row -> bins[split.measure()][row] > split.bin())
                .toArray();
        int leftNode = grow(nodes, left, depth + 1, measures);
        int rightNode = grow(nodes, right, depth + 1, measures);
        nodes.branch(node, split.measure(), bounds[split.measure()][split.bin()], leftNode, rightNode);
        return node;
    }

    private record Split(int measure, int bin, double gain) {}

    private @Nullable Split bestSplit(int[] members, double slope, double curve, List<Integer> measures) {
        Split best = null;
        for (int measure : measures) {
            int size = bounds[measure].length + 1;
            var binSlopes = new double[size];
            var binCurves = new double[size];
            for (int row : members) {
                binSlopes[bins[measure][row]] += slopes[row];
                binCurves[bins[measure][row]] += curves[row];
            }
            double leftSlope = 0;
            double leftCurve = 0;
            for (int bin = 0; bin < size - 1; bin++) {
                leftSlope += binSlopes[bin];
                leftCurve += binCurves[bin];
                if (leftCurve < LEAST_WEIGHT || curve - leftCurve < LEAST_WEIGHT) {
                    continue;
                }
                double gain =
                        worth(leftSlope, leftCurve) + worth(slope - leftSlope, curve - leftCurve) - worth(slope, curve);
                if (gain > (best == null ? LEAST_GAIN : best.gain())) {
                    best = new Split(measure, bin, gain);
                }
            }
        }
        return best;
    }

    private static double worth(double slope, double curve) {
        return slope * slope / (curve + RESTRAINT);
    }

    private static final class Nodes {

        private final short[] measures = new short[1 << DEPTH + 1];
        private final float[] bounds = new float[1 << DEPTH + 1];
        private final short[] left = new short[1 << DEPTH + 1];
        private final short[] right = new short[1 << DEPTH + 1];
        private int size;

        int leaf(double says) {
            measures[size] = -1;
            bounds[size] = (float) says;
            return size++;
        }

        void branch(int node, int measure, float bound, int leftNode, int rightNode) {
            measures[node] = (short) measure;
            bounds[node] = bound;
            left[node] = (short) leftNode;
            right[node] = (short) rightNode;
        }

        Tree tree() {
            return new Tree(
                    Arrays.copyOf(measures, size),
                    Arrays.copyOf(bounds, size),
                    Arrays.copyOf(left, size),
                    Arrays.copyOf(right, size));
        }
    }
}
