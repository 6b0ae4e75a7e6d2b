package fr.accueil.notification.delivery;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Splits a text into as few parts as WhatsApp allows: never inside a character as a person sees it (an emoji family, a
/// flag, a letter with its accents; the JDK's break iterator knows them), and after a sentence or a word wherever that
/// costs no further part. The parts together are the text.
final class TextParts {

    /// Twilio counts "characters" without saying which; UTF-16 units are the most cautious reading.
    static final int LIMIT = 1600;

    private final String text;
    private final BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);

    private TextParts(String text) {
        this.text = text;
        characters.setText(text);
    }

    static List<String> of(String text) {
        return new TextParts(text).split();
    }

    private List<String> split() {
        var parts = new ArrayList<String>();
        var start = 0;
        for (var left = count(0); left > 1; left--) {
            var cut = cut(start, left);
            parts.add(text.substring(start, cut));
            start = cut;
        }
        parts.add(text.substring(start));
        return List.copyOf(parts);
    }

    /// As few as there can be: each as long as it may be.
    private int count(int start) {
        var count = 1;
        for (var at = start; text.length() - at > LIMIT; at = end(at)) {
            count++;
        }
        return count;
    }

    /// @param left how many parts are left for the rest
    private int cut(int start, int left) {
        var end = end(start);
        var sentence = after(start, end, true);
        if (sentence > start && count(sentence) < left) {
            return sentence;
        }
        var word = after(start, end, false);
        return word > start && count(word) < left ? word : end;
    }

    /// Behind the last character that fits; inside it only when it is longer than a whole part.
    private int end(int start) {
        var limit = start + LIMIT;
        var end = characters.isBoundary(limit) ? limit : characters.preceding(limit);
        if (end > start) {
            return end;
        }
        return Character.isLowSurrogate(text.charAt(limit)) && Character.isHighSurrogate(text.charAt(limit - 1))
                ? limit - 1
                : limit;
    }

    /// Behind the last space, or the last one that ends a sentence; the start when there is none.
    private int after(int start, int end, boolean sentence) {
        for (var at = end; at > start + 1; at--) {
            if (Character.isWhitespace(text.charAt(at - 1))
                    && (!sentence || endsSentence(at - 1))
                    && characters.isBoundary(at)) {
                return at;
            }
        }
        return start;
    }

    private boolean endsSentence(int space) {
        return text.charAt(space) == '\n' || ".!?…".indexOf(text.charAt(space - 1)) >= 0;
    }
}
