package fr.accueil.router.knowledge;

import fr.accueil.events.TenantId;
import org.jspecify.annotations.Nullable;

/// A business as the assistant speaks for it.
///
/// @param formal whether it says *vous* to its customers
/// @param signature under what it writes first in a conversation; null for none
public record Business(
        TenantId tenant,
        String name,
        boolean formal,
        @Nullable String signature,
        FaqIndex faqs) {

    public Business(TenantId tenant, String name, boolean formal, FaqIndex faqs) {
        this(tenant, name, formal, null, faqs);
    }
}
