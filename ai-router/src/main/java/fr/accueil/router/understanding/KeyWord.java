package fr.accueil.router.understanding;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A word by which a customer stops all messages, or has them again. WhatsApp knows no STOP, so we must; it counts only
/// when it stands alone, in any case, with or without accents and whatever signs or emoji are around it. Whatever says
/// it in
/// more words is read like any other message.
///
/// @param language of who writes it, as far as the word tells
public record KeyWord(Meaning meaning, Language language) {

    public enum Meaning {
        STOP,
        START
    }

    /// French, and STOP itself, which is international.
    private static final List<String> STOP = List.of(
            "STOP",
            "STOPALL",
            "ARRET",
            "ARRETT",
            "ARRETE",
            "ARRETER",
            "ARRETEZ",
            "DESABONNER",
            "DESABONNEZ",
            "DESABONNEMENT",
            "DESINSCRIRE",
            "DESINSCRIVEZ",
            "DESINSCRIPTION");

    /// Of Twilio's English words all but CANCEL, which here is about an appointment.
    private static final List<String> STOP_IN_ENGLISH = List.of("UNSUBSCRIBE", "OPTOUT", "END", "QUIT", "REVOKE");

    private static final List<String> START = List.of(
            "START", "REPRENDRE", "REPRISE", "REACTIVER", "REABONNER", "REABONNEMENT", "REINSCRIRE", "REINSCRIPTION");

    /// Of Twilio's English words all but YES, which answers a question.
    private static final List<String> START_IN_ENGLISH = List.of("UNSTOP", "SUBSCRIBE", "RESUBSCRIBE", "OPTIN");

    private static final Map<String, KeyWord> WORDS = words();

    public static Optional<KeyWord> in(String text) {
        return Optional.ofNullable(WORDS.get(folded(text)));
    }

    /// Letters and digits in capitals without accents; what is left of white space parts words, all the rest is gone.
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(it -> Character.isLetterOrDigit(it) || isSpace(it))
                .map(it -> isSpace(it) ? ' ' : it)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static Map<String, KeyWord> words() {
        var words = new HashMap<String, KeyWord>();
        STOP.forEach(it -> words.put(it, new KeyWord(Meaning.STOP, Language.FRENCH)));
        STOP_IN_ENGLISH.forEach(it -> words.put(it, new KeyWord(Meaning.STOP, Language.ENGLISH)));
        START.forEach(it -> words.put(it, new KeyWord(Meaning.START, Language.FRENCH)));
        START_IN_ENGLISH.forEach(it -> words.put(it, new KeyWord(Meaning.START, Language.ENGLISH)));
        return Map.copyOf(words);
    }
}
