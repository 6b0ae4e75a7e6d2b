package fr.accueil.language.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The parts of a message that may each ask something, when there are several.
final class MessageParts {

    private static final Pattern BETWEEN =
            Pattern.compile("[?!.;]+\\s+|\\s*\\+\\s*|,?\\s+(?:et|puis|sinon|aussi)\\s+", Pattern.CASE_INSENSITIVE);
    private static final int FEWEST_WORDS = 2;
    private static final int MOST = 6;

    private MessageParts() {}

    static List<String> of(String message) {
        var parts = new ArrayList<String>();
        for (var part : BETWEEN.split(message)) {
            if (parts.size() < MOST
                    && Words.of(part).stream().filter(Words::isTelling).count() >= FEWEST_WORDS) {
                parts.add(part);
            }
        }
        return parts.size() < 2 ? List.of() : parts;
    }
}
