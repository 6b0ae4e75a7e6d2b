package fr.accueil.router.replay;

import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.router.knowledge.Faq;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A FAQ as it would be.
///
/// @param faq the one that would change; null for a new one
/// @param question null when it would be gone, or answer nothing
/// @param variants other ways to ask it
record ReplayRequest(
        @Nullable UUID faq,

        @Nullable @Size(min = 3, max = 300, message = "La question a de 3 à 300 caractères.")
        String question,

        @Nullable @Size(min = 1, max = 2000, message = "La réponse a de 1 à 2 000 caractères.")
        String answer,

        @Nullable @Size(max = 30, message = "Une question a au plus 30 variantes.")
        List<@Size(min = 3, max = 300, message = "Une variante a de 3 à 300 caractères.") String> variants) {

    /// What a business answers from, with this in it.
    List<Faq> applyTo(List<Faq> faqs) {
        var id = faq == null ? FaqId.of(Ids.next()) : FaqId.of(faq);
        var all =
                new ArrayList<>(faqs.stream().filter(it -> !it.id().equals(id)).toList());
        if (question != null && answer != null) {
            all.add(new Faq(id, question, answer, variants == null ? List.of() : variants));
        }
        return List.copyOf(all);
    }
}
