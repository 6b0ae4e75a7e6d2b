package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question that a business answers.
///
/// @param variants other ways to ask the same
/// @param enabled whether the assistant answers it
/// @param category under which the owner keeps it; null for none
/// @param position in the owner's order, from 0
public record Faq(
        FaqId id,
        TenantId tenant,
        String question,
        String answer,
        List<String> variants,
        boolean enabled,
        @Nullable String category,
        int position) {

    Faq at(int other) {
        return new Faq(id, tenant, question, answer, variants, enabled, category, other);
    }
}
