package fr.accueil.language.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Yes, no or neither, also said indirectly. The phrases are read longest first, so that `pas de souci` is no `pas`.
final class AgreementExtractor {

    private enum Sign {
        YES,
        NO,
        UNCLEAR,
        NEUTRAL
    }

    private record Phrase(List<String> words, Sign sign) {}

    private final Map<String, List<Phrase>> phrases = read().stream()
            .collect(Collectors.groupingBy(phrase -> phrase.words().getFirst()));

    private static List<Phrase> read() {
        var phrases = new ArrayList<Phrase>();
        var sign = Sign.NEUTRAL;
        for (var line : Resource.lines("agreement.txt")) {
            if (line.startsWith("[")) {
                sign = Sign.valueOf(line.substring(1, line.length() - 1));
            } else {
                for (var phrase : line.split(",")) {
                    phrases.add(new Phrase(List.of(phrase.strip().split(" ")), sign));
                }
            }
        }
        phrases.sort(Comparator.comparingInt((Phrase phrase) -> phrase.words().size())
                .reversed());
        return List.copyOf(phrases);
    }

    @Nullable
    Agreement extract(String text) {
        var words = plain(text);
        var signs = new ArrayList<Sign>();
        int i = 0;
        while (i < words.size()) {
            var phrase = at(words, i);
            if (phrase != null && phrase.sign() != Sign.NEUTRAL) {
                signs.add(phrase.sign());
            }
            i += phrase == null ? 1 : phrase.words().size();
        }
        return decide(signs, text.strip().endsWith("?"));
    }

    private static @Nullable Agreement decide(List<Sign> signs, boolean question) {
        boolean yes = signs.contains(Sign.YES);
        boolean no = signs.contains(Sign.NO);
        if (signs.contains(Sign.UNCLEAR) || !yes && !no) {
            return null;
        }
        if (yes && no) {
            return signs.getFirst() == Sign.NO && signs.lastIndexOf(Sign.YES) == signs.size() - 1 && signs.size() == 2
                    ? null
                    : signs.getFirst() == Sign.NO ? Agreement.NO : null;
        }
        boolean asks = question && no;
        return asks && signs.size() < 2 ? null : yes ? Agreement.YES : Agreement.NO;
    }

    private @Nullable Phrase at(List<String> words, int i) {
        for (var phrase : phrases.getOrDefault(words.get(i), List.of())) {
            int to = i + phrase.words().size();
            if (to <= words.size() && words.subList(i, to).equals(phrase.words())) {
                return phrase;
            }
        }
        return null;
    }

    /// The folded words, a drawn-out one shortened: `ouiiii` is `oui`.
    private static List<String> plain(String text) {
        var words = new ArrayList<String>();
        for (var token : Words.of(text.replace("\uFE0F", "").replaceAll("[\\x{1F3FB}-\\x{1F3FF}]", ""))
                .tokens()) {
            var folded = token.folded().replaceAll("(.)\\1{2,}", "$1");
            for (var part : folded.split("[ '-]")) {
                words.add(part);
            }
        }
        return words;
    }
}
