package fr.accueil.language.faq;

import fr.accueil.language.model.LinearModel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A text as words in lower case without accents, SMS spellings written out, numbers and the signs that mean something.
final class Words {

    /// Of a very long message the beginning and the end are read: what is wanted mostly stands there.
    private static final int LONGEST = 2000;

    /// Stems are compared by their first letters only: French inflects at the end.
    private static final int LONGEST_STEM = 8;

    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");
    private static final Pattern PIECE =
            Pattern.compile("(?<number>\\p{N}+(?:[.,:h]\\p{N}+)?)|(?<word>\\p{L}+)|[€$?!%]|[^\\s\\p{P}]");
    private static final Map<String, List<String>> SPELLINGS = spellings();
    private static final Set<String> EMPTY_WORDS = Set.copyOf(Resource.lines(Words.class, "empty-words.txt"));
    private static final List<String> ENDINGS = Resource.lines(Words.class, "endings.txt");

    /// `cb` asks how much, but after these words it is the card.
    private static final Set<String> BEFORE_CARD =
            Set.of("la", "en", "par", "une", "ma", "de", "ou", "prenez", "acceptez", "votre", "avec");

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("deux", "2"),
            Map.entry("trois", "3"),
            Map.entry("quatre", "4"),
            Map.entry("cinq", "5"),
            Map.entry("six", "6"),
            Map.entry("sept", "7"),
            Map.entry("huit", "8"),
            Map.entry("neuf", "9"),
            Map.entry("dix", "10"),
            Map.entry("douze", "12"),
            Map.entry("quinze", "15"),
            Map.entry("vingt", "20"),
            Map.entry("trente", "30"),
            Map.entry("cent", "100"),
            Map.entry("mille", "1000"));

    private Words() {}

    static List<String> of(String text) {
        var words = new ArrayList<String>();
        var before = "";
        var piece = PIECE.matcher(plain(text));
        while (piece.find()) {
            var written = piece.group();
            if (piece.start("word") < 0) {
                words.add(written);
            } else if (written.equals("cb") && BEFORE_CARD.contains(before)) {
                words.add("carte");
                words.add("bleue");
            } else {
                words.addAll(SPELLINGS.getOrDefault(written, List.of(written)));
            }
            before = written;
        }
        return words;
    }

    static String plain(String text) {
        var lower =
                shortened(text).toLowerCase(Locale.FRENCH).replace("œ", "oe").replace("æ", "ae");
        var bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        return DRAWN_OUT.matcher(bare).replaceAll("$1");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " " + text.substring(text.length() - LONGEST / 2);
    }

    static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /// The number that a word or digits say, or nothing.
    static Optional<String> number(String word) {
        return isNumber(word) ? Optional.of(word) : Optional.ofNullable(NUMBERS.get(word));
    }

    static boolean isWord(String word) {
        return Character.isLetter(word.charAt(0));
    }

    /// Whether the word says what a text is about.
    static boolean isTelling(String word) {
        return isWord(word) && !EMPTY_WORDS.contains(word);
    }

    /// The word without its usual endings, so that `coupez`, `coupe` and `coupes` are one.
    static String stem(String word) {
        if (word.length() < 4 || !isWord(word)) {
            return word;
        }
        for (var ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= 3) {
                return cut(word.substring(0, word.length() - ending.length()));
            }
        }
        return cut(word);
    }

    private static String cut(String stem) {
        return stem.length() > LONGEST_STEM ? stem.substring(0, LONGEST_STEM) : stem;
    }

    private static Map<String, List<String>> spellings() {
        var meanings = new HashMap<String, List<String>>();
        for (var line : Resource.lines(LinearModel.class, "spellings.txt")) {
            int equals = line.lastIndexOf('=');
            var meant = List.of(line.substring(equals + 1).strip().split("\\s+"));
            for (var written : line.substring(0, equals).strip().split("\\s+")) {
                meanings.put(written, meant);
            }
        }
        return Map.copyOf(meanings);
    }
}
