package fr.accueil.language.model;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A message in lower case, without accents, invisible characters or drawn-out letters, and never too long to read.
final class PlainText {

    /// Of a very long message the beginning and the end are read: what is wanted mostly stands there.
    private static final int LONGEST = 4000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}\\x{1F3FB}-\\x{1F3FF}]+");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

    private PlainText() {}

    static String of(String text) {
        var lower = shortened(text)
                .toLowerCase(Locale.FRENCH)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace('’', '\'')
                .replace('`', '\'');
        var bare = INVISIBLE
                .matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("");
        return DRAWN_OUT.matcher(bare).replaceAll("$1");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " " + text.substring(text.length() - LONGEST / 2);
    }
}
