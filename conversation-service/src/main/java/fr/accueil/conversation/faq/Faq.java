package fr.accueil.conversation.faq;

import fr.accueil.events.FaqId;
import fr.accueil.events.TenantId;
import java.util.List;

/// One question that a business answers.
///
/// @param variants other ways to ask the same
public record Faq(FaqId id, TenantId tenant, String question, String answer, List<String> variants, boolean enabled) {}
