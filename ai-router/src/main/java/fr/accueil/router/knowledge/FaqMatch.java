package fr.accueil.router.knowledge;

/// How well a FAQ fits what was asked.
///
/// @param score from 0 to 1
public record FaqMatch(Faq faq, double score) {}
