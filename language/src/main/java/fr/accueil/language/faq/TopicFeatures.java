package fr.accueil.language.faq;

import java.util.Arrays;
import java.util.List;

/// What a text looks like to the topic model: hashed keys of its words, stems, pairs and triples of words, runs of four
/// letters, concepts and pairs of concepts, ascending, each with its kind and count.
public final class TopicFeatures {

    static final int KINDS = 3;
    private static final int WORDS = 0;
    private static final int LETTERS = 1;
    private static final int CONCEPTS = 2;
    private static final int RUN = 4;

    /// Beyond this, pairs of concepts say nothing: the text is about everything.
    private static final int MOST_PAIRED = 12;

    private long[] found = new long[256];
    private int size;

    private TopicFeatures() {}

    public static TopicFeatures of(String text) {
        var words = Words.of(text);
        return of(words, Concepts.in(words));
    }

    static TopicFeatures of(List<String> words, int[] concepts) {
        var features = new TopicFeatures();
        features.addWords(words);
        features.addConcepts(concepts);
        for (var word : words) {
            features.addRuns(word);
        }
        features.sort();
        return features;
    }

    private void addWords(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            var word = shown(words.get(i));
            add(WORDS, hash("w", word));
            add(WORDS, hash("s", Words.stem(word)));
            if (i + 1 < words.size()) {
                add(WORDS, hash("b", word, shown(words.get(i + 1))));
            }
            if (i + 2 < words.size()) {
                add(WORDS, hash("t", word, shown(words.get(i + 1)), shown(words.get(i + 2))));
            }
        }
        if (!words.isEmpty()) {
            add(WORDS, hash("first", shown(words.getFirst())));
            add(WORDS, hash("last", shown(words.getLast())));
        }
    }

    /// All numbers are one: which one it is says nothing about the topic.
    static String shown(String word) {
        return Words.isNumber(word) ? "0" : word;
    }

    private void addConcepts(int[] concepts) {
        for (int i = 0; i < concepts.length; i++) {
            add(CONCEPTS, hash("k", Integer.toString(concepts[i])));
            for (int j = i + 1; j < Math.min(concepts.length, MOST_PAIRED); j++) {
                add(CONCEPTS, hash("kk", Integer.toString(concepts[i]), Integer.toString(concepts[j])));
            }
        }
    }

    private void addRuns(String word) {
        if (word.length() < 2 || !Words.isWord(word)) {
            return;
        }
        var padded = " " + word + " ";
        for (int i = 0; i + RUN <= padded.length(); i++) {
            add(LETTERS, hash("c", padded.substring(i, i + RUN)));
        }
    }

    private void add(int kind, int key) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = (long) key << 32 | kind << 24;
    }

    /// FNV-1a, mixed at the end.
    private static int hash(String... parts) {
        long hash = 0xcbf29ce484222325L;
        for (var part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ '_') * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return (int) (hash ^ hash >>> 33);
    }

    /// Equal keys become one with a count.
    private void sort() {
        Arrays.sort(found, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (different > 0 && found[different - 1] >> 32 == found[i] >> 32) {
                found[different - 1] += (found[different - 1] & 0xffff) < 0xffff ? 1 : 0;
            } else {
                found[different++] = found[i] + 1;
            }
        }
        size = different;
    }

    public int size() {
        return size;
    }

    public int key(int i) {
        return (int) (found[i] >> 32);
    }

    int kind(int i) {
        return (int) (found[i] >> 24 & 0xff);
    }

    int count(int i) {
        return (int) (found[i] & 0xffff);
    }
}
