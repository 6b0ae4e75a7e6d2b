package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One question that a business answers.
///
/// @param variants other ways to ask the same
/// @param category under which the team finds it; null for none. The assistant does not know it
public record Faq(
        FaqId id,
        TenantId tenant,
        String question,
        String answer,
        List<String> variants,
        @Nullable String category,
        boolean enabled) {

    public Faq(FaqId id, TenantId tenant, String question, String answer, List<String> variants, boolean enabled) {
        this(id, tenant, question, answer, variants, null, enabled);
    }
}
