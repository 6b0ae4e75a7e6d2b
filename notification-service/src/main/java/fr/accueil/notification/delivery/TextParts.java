package fr.accueil.notification.delivery;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits a text into as few parts as WhatsApp allows: never inside a character as a person sees it, and where it costs
/// no further part, between words. The parts together are the text.
final class TextParts {

    /// Twilio counts "characters" without saying which; UTF-16 units are the most cautious reading.
    static final int LIMIT = 1600;

    private TextParts() {}

    static List<String> of(String text) {
        var hard = split(text, false);
        var soft = split(text, true);
        return soft.size() <= hard.size() ? soft : hard;
    }

    private static List<String> split(String text, boolean betweenWords) {
        var parts = new ArrayList<String>();
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        var start = 0;
        while (text.length() - start > LIMIT) {
            var end = end(text, start, characters);
            var cut = betweenWords ? afterLastSpace(text, start, end, characters) : end;
            parts.add(text.substring(start, cut));
            start = cut;
        }
        parts.add(text.substring(start));
        return List.copyOf(parts);
    }

    private static int end(String text, int start, BreakIterator characters) {
        var limit = start + LIMIT;
        var end = characters.isBoundary(limit) ? limit : characters.preceding(limit);
        if (end > start) {
            return end;
        }
        return Character.isLowSurrogate(text.charAt(limit)) && Character.isHighSurrogate(text.charAt(limit - 1))
                ? limit - 1
                : limit;
    }

    private static int afterLastSpace(String text, int start, int end, BreakIterator characters) {
        for (var at = end; at > start; at--) {
            if (Character.isWhitespace(text.charAt(at - 1)) && characters.isBoundary(at)) {
                return at;
            }
        }
        return end;
    }
}
