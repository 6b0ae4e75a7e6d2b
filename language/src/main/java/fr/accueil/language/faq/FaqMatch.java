package fr.accueil.language.faq;

/// An entry that settles the message or a part of it.
///
/// @param likelihood how likely it is to settle it, 0 to 1
/// @param sentence the sentence of the answer that is nearest to what is asked
public record FaqMatch(FaqEntry entry, double likelihood, String sentence) {}
