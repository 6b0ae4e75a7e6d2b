package fr.accueil.language.intent;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Languages that their letters give away.
final class Scripts {

    private static final Map<UnicodeScript, Language> LANGUAGES = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.ARABIC, new Language("ar")),
            Map.entry(UnicodeScript.CYRILLIC, new Language("ru")),
            Map.entry(UnicodeScript.GREEK, new Language("el")),
            Map.entry(UnicodeScript.HEBREW, new Language("he")),
            Map.entry(UnicodeScript.ARMENIAN, new Language("hy")),
            Map.entry(UnicodeScript.GEORGIAN, new Language("ka")),
            Map.entry(UnicodeScript.DEVANAGARI, new Language("hi")),
            Map.entry(UnicodeScript.BENGALI, new Language("bn")),
            Map.entry(UnicodeScript.TAMIL, new Language("ta")),
            Map.entry(UnicodeScript.THAI, new Language("th")),
            Map.entry(UnicodeScript.HAN, new Language("zh")),
            Map.entry(UnicodeScript.HIRAGANA, new Language("ja")),
            Map.entry(UnicodeScript.KATAKANA, new Language("ja")),
            Map.entry(UnicodeScript.HANGUL, new Language("ko"))));
    private static final int READ_AT_MOST = 2000;

    private Scripts() {}

    /// The language of more than half of the letters, when they are not Latin ones. Japanese is told from Chinese by
    /// its
    /// syllables, Ukrainian by the letters that Russian lacks.
    static Optional<Language> languageOf(String text) {
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        int letters = 0;
        int read = Math.min(text.length(), READ_AT_MOST);
        for (int i = 0; i < read; i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            if (Character.isLetter(letter)) {
                letters++;
                counts.merge(UnicodeScript.of(letter), 1, Integer::sum);
            }
        }
        if (counts.containsKey(UnicodeScript.HIRAGANA) && counts.containsKey(UnicodeScript.HAN)) {
            counts.merge(UnicodeScript.HIRAGANA, counts.getOrDefault(UnicodeScript.HAN, 0), Integer::sum);
        }
        for (var count : counts.entrySet()) {
            var language = LANGUAGES.get(count.getKey());
            if (language != null && count.getValue() * 2 > letters) {
                return Optional.of(
                        language.code().equals("ru") && text.matches("(?s).*[іїєґІЇЄҐ].*")
                                ? new Language("uk")
                                : language);
            }
        }
        return Optional.empty();
    }
}
