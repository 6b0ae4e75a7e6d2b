package fr.accueil.conversation.faq;

import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/// What is asked of every business of a trade, with blanks such as `{hours}`: `ready/faqs_….json`.
///
/// @param answerTu the answer of a business that says *tu*
record TradeFaqs(String key, String category, String question, List<String> variants, String answer, String answerTu) {

    static List<TradeFaqs> of(Vertical trade) {
        var file = "/ready/faqs_" + trade.name().toLowerCase(Locale.ROOT) + ".json";
        try (var stream = TradeFaqs.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return List.of(Wire.json().readValue(stream, TradeFaqs[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
