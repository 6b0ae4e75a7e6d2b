package fr.accueil.language.training;

import java.util.Set;

/// A customer's question to one business.
///
/// @param settledBy the entries whose answers settle it; none for a question that no answer settles
record AskedQuestion(String text, Set<String> settledBy) {}
