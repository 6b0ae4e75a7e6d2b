package fr.accueil.router.knowledge;

import fr.accueil.events.TenantId;

/// A business as the assistant speaks for it.
///
/// @param formal whether it says *vous* to its customers
public record Business(TenantId tenant, String name, boolean formal, FaqIndex faqs) {}
