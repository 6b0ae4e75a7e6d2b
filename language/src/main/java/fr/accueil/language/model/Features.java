package fr.accueil.language.model;

import java.util.Arrays;
import java.util.List;

/// What a text is made of, as counted 32-bit keys: words, their pairs and triples, runs of letters inside words, and
/// its shape.
/// The keys are hashes; among some hundred thousand features two share one about once.
public final class Features {

    /// Raised whenever the same text may give other keys: a model trained with another version is refused.
    static final int VERSION = 3;

    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 5;

    private final int[] keys;
    private final byte[] kinds;
    private final int[] counts;

    private Features(int[] keys, byte[] kinds, int[] counts) {
        this.keys = keys;
        this.kinds = kinds;
        this.counts = counts;
    }

    public static Features of(String text) {
        var cut = WordCutter.cut(PlainText.of(text));
        var gathering = new Gathering();
        addWords(cut.words(), gathering);
        addShape(cut.words(), gathering);
        addClasses(cut.words(), gathering);
        for (var word : cut.written()) {
            addRuns(word, gathering);
        }
        return gathering.counted();
    }

    private static void addWords(List<String> words, Gathering gathering) {
        for (int i = 0; i < words.size(); i++) {
            gathering.add(Kind.WORDS, Hashing.of("w", words.get(i)));
            if (i + 1 < words.size()) {
                gathering.add(Kind.WORDS, Hashing.of("b", words.get(i), words.get(i + 1)));
            }
            if (i + 2 < words.size()) {
                gathering.add(Kind.WORDS, Hashing.of("t", words.get(i), words.get(i + 1), words.get(i + 2)));
            }
        }
    }

    private static void addShape(List<String> words, Gathering gathering) {
        int size = words.size();
        var length = size < 3 ? "1" : size < 6 ? "3" : size < 12 ? "6" : size < 25 ? "12" : "25";
        gathering.add(Kind.WORDS, Hashing.of("n", length));
        if (!words.isEmpty()) {
            gathering.add(Kind.WORDS, Hashing.of("f", words.getFirst()));
            gathering.add(Kind.WORDS, Hashing.of("l", words.getLast()));
        }
    }

    /// Each class of a word, the class with the word before and after it, and classes that follow one another; what has
    /// no class is left out between them.
    private static void addClasses(List<String> words, Gathering gathering) {
        List<String> before = List.of("^");
        List<String> beforeThat = List.of();
        for (int i = 0; i < words.size(); i++) {
            var classes = WordClasses.of(words.get(i));
            for (var here : classes) {
                gathering.add(Kind.CLASSES, Hashing.of("c", here));
                gathering.add(Kind.CLASSES, Hashing.of("wc", i == 0 ? "^" : words.get(i - 1), here));
                gathering.add(Kind.CLASSES, Hashing.of("cw", here, i + 1 == words.size() ? "$" : words.get(i + 1)));
                for (var earlier : before) {
                    gathering.add(Kind.CLASSES, Hashing.of("cc", earlier, here));
                    for (var earliest : beforeThat) {
                        gathering.add(Kind.CLASSES, Hashing.of("ccc", earliest, earlier, here));
                    }
                }
            }
            if (!classes.isEmpty()) {
                beforeThat = before;
                before = classes;
            }
        }
    }

    private static void addRuns(String word, Gathering gathering) {
        if (word.length() < 2) {
            return;
        }
        var padded = " " + word + " ";
        for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
            for (int i = 0; i + length <= padded.length(); i++) {
                gathering.add(Kind.LETTERS, Hashing.of(padded, i, i + length));
            }
        }
    }

    /// How many different features there are.
    public int size() {
        return keys.length;
    }

    /// The keys in ascending order.
    public int key(int i) {
        return keys[i];
    }

    public int count(int i) {
        return counts[i];
    }

    int kind(int i) {
        return kinds[i];
    }

    /// Keys as they come; sorted and counted at the end.
    private static final class Gathering {

        private long[] found = new long[256];
        private int size;

        void add(Kind kind, int key) {
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
            }
            found[size++] = (long) key << 8 | kind.ordinal();
        }

        Features counted() {
            Arrays.sort(found, 0, size);
            int different = 0;
            for (int i = 0; i < size; i++) {
                different += i == 0 || found[i] >> 8 != found[i - 1] >> 8 ? 1 : 0;
            }
            var features = new Features(new int[different], new byte[different], new int[different]);
            int at = -1;
            for (int i = 0; i < size; i++) {
                int key = (int) (found[i] >> 8);
                if (at < 0 || features.keys[at] != key) {
                    features.keys[++at] = key;
                    features.kinds[at] = (byte) found[i];
                }
                features.counts[at]++;
            }
            return features;
        }
    }
}
