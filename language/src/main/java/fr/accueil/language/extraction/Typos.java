package fr.accueil.language.extraction;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// How far two spellings are apart.
final class Typos {

    private Typos() {}

    /// Letters added, left out, changed, or two of them swapped.
    static int distance(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(int[][] d, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }

    static boolean sameLetters(String a, String b) {
        var left = a.toCharArray();
        var right = b.toCharArray();
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }

    /// The share of letter triples that two words have in common.
    static double likeness(String a, String b) {
        var left = triples(a);
        var right = triples(b);
        var both = new HashSet<>(left);
        both.retainAll(right);
        return 2.0 * both.size() / (left.size() + right.size());
    }

    private static Set<String> triples(String word) {
        var padded = "^" + word + "$";
        var triples = new HashSet<String>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            triples.add(padded.substring(i, i + 3));
        }
        return triples;
    }
}
