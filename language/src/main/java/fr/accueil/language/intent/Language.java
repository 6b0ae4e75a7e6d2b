package fr.accueil.language.intent;

import java.util.Locale;

/// The language of a message.
///
/// @param code ISO 639-1, such as `fr`
public record Language(String code) {

    public static final Language FRENCH = new Language("fr");
    public static final Language ENGLISH = new Language("en");

    /// Its name in French, such as `espagnol`.
    public String frenchName() {
        return Locale.of(code).getDisplayLanguage(Locale.FRENCH);
    }
}
