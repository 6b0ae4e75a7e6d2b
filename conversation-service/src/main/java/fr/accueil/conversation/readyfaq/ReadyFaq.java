package fr.accueil.conversation.readyfaq;

import fr.accueil.events.Wire;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/// One FAQ of a trade, from `faq/ready-….json`, which who writes well can edit.
///
/// @param key names it for ever
/// @param variants other ways to ask the same
/// @param vous the answer of a business that says *vous*
/// @param tu and of one that says *tu*
record ReadyFaq(String key, String category, String question, List<String> variants, String vous, String tu) {

    static List<ReadyFaq> of(Vertical vertical) {
        var file = "faq/ready-%s.json".formatted(vertical.name().toLowerCase(Locale.ROOT));
        try {
            return List.of(
                    Wire.json().readValue(new ClassPathResource(file).getContentAsByteArray(), ReadyFaq[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String answer(boolean formal) {
        return formal ? vous : tu;
    }
}
