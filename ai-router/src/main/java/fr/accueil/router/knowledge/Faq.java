package fr.accueil.router.knowledge;

import fr.accueil.events.FaqId;
import java.util.List;

/// One question of a business and its answer.
///
/// @param variants other ways to ask the same
public record Faq(FaqId id, String question, String answer, List<String> variants) {}
