package fr.accueil.language.extraction;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers from 0 to 99 in digits or in words: `17`, `dix-sept`, `quatre vingt dix huit`, `premier`, `1er`, `27th`.
final class NumberWords {

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("un", 1),
            Map.entry("une", 1),
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("sept", 7),
            Map.entry("huit", 8),
            Map.entry("neuf", 9),
            Map.entry("dix", 10),
            Map.entry("onze", 11),
            Map.entry("douze", 12),
            Map.entry("treize", 13),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("seize", 16),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("una", 1),
            Map.entry("cuatro", 4),
            Map.entry("cinco", 5),
            Map.entry("seis", 6),
            Map.entry("siete", 7),
            Map.entry("ocho", 8),
            Map.entry("nueve", 9),
            Map.entry("diez", 10),
            Map.entry("doce", 12));

    private static final Map<String, Integer> TENS = Map.of(
            "vingt",
            20,
            "vingts",
            20,
            "trente",
            30,
            "quarante",
            40,
            "cinquante",
            50,
            "soixante",
            60,
            "septante",
            70,
            "octante",
            80,
            "nonante",
            90);

    private NumberWords() {}

    static @Nullable Mention<Integer> at(Words words, int i) {
        if (words.isNumber(i)) {
            return words.read(i).length() <= 2 ? new Mention<>(Integer.parseInt(words.read(i)), i, i + 1) : null;
        }
        if (words.says(i, "quatre vingt") || words.says(i, "quatre vingts")) {
            return plusUnits(words, i, i + 2, 80, 19);
        }
        var ten = TENS.get(words.read(i));
        if (ten != null) {
            return plusUnits(words, i, i + 1, ten, ten == 60 ? 19 : 9);
        }
        if (words.is(i, "dix") && isDigitWord(words, i + 1) && units(words, i + 1) >= 7) {
            return new Mention<>(10 + units(words, i + 1), i, i + 2);
        }
        var small = SMALL.get(words.read(i));
        return small == null ? null : new Mention<>(small, i, i + 1);
    }

    /// A day of the month: also `premier` and `1er`, and English `27th`.
    static @Nullable Mention<Integer> ordinal(Words words, int i) {
        if (words.is(i, "premier", "premiere", "first")) {
            return new Mention<>(1, i, i + 1);
        }
        var number = at(words, i);
        if (number == null || number.value() < 1 || number.value() > 31) {
            return null;
        }
        boolean suffixed = words.isNumber(i)
                && words.glued(i + 1)
                && words.is(i + 1, "er", "ere", "e", "eme", "st", "nd", "rd", "th");
        return suffixed ? new Mention<>(number.value(), i, i + 2) : number;
    }

    private static Mention<Integer> plusUnits(Words words, int from, int at, int base, int most) {
        int unit = words.is(at, "et") ? at + 1 : at;
        if (words.isNumber(unit) || !isDigitWord(words, unit)) {
            return new Mention<>(base, from, at);
        }
        if (unit > at && !words.is(unit, "un", "une", "onze")) {
            return new Mention<>(base, from, at);
        }
        var rest = most == 19 ? at(words, unit) : new Mention<>(units(words, unit), unit, unit + 1);
        return rest == null || rest.value() > most || rest.value() == 0
                ? new Mention<>(base, from, at)
                : new Mention<>(base + rest.value(), from, rest.to());
    }

    private static boolean isDigitWord(Words words, int i) {
        return SMALL.containsKey(words.read(i));
    }

    private static int units(Words words, int i) {
        return SMALL.getOrDefault(words.read(i), 0);
    }
}
