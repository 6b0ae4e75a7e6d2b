package fr.accueil.language.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a word is about, from a list made by hand: what is learnt of `plombier` then holds for `couvreur` too.
final class WordClasses {

    private static final Map<String, List<String>> WHOLE = new HashMap<>();
    private static final Map<String, List<String>> BEGINNINGS = new HashMap<>();
    private static final int SHORTEST = 3;

    static {
        for (var entry : WordList.lines("classes.txt")) {
            var target = entry.written().endsWith("*") ? BEGINNINGS : WHOLE;
            var key = entry.written().replace("*", "");
            target.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(entry.meant());
        }
    }

    private WordClasses() {}

    static List<String> of(String word) {
        var classes = new ArrayList<String>(WHOLE.getOrDefault(word, List.of()));
        for (int length = SHORTEST; length <= word.length(); length++) {
            for (var found : BEGINNINGS.getOrDefault(word.substring(0, length), List.of())) {
                if (!classes.contains(found)) {
                    classes.add(found);
                }
            }
        }
        return classes;
    }
}
