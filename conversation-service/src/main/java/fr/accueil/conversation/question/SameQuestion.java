package fr.accueil.conversation.question;

import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/// Which questions are one: those in the same words, whatever their capitals, accents and punctuation. Pure.
public final class SameQuestion {

    private SameQuestion() {}

    /// The id that all of them have.
    static UUID idOf(TenantId tenant, String question) {
        return Ids.computed(tenant.value(), "question", plain(question));
    }

    public static String plain(String question) {
        var letters = Normalizer.normalize(question, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.FRENCH)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return letters.isEmpty() ? question.strip() : letters;
    }
}
