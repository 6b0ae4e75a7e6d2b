package fr.accueil.language.faq;

import java.util.List;

/// One entry of a business's FAQ.
///
/// @param variants other ways in which customers ask it
public record FaqEntry(String id, String question, String answer, List<String> variants) {

    public FaqEntry {
        variants = List.copyOf(variants);
    }

    public FaqEntry(String id, String question, String answer) {
        this(id, question, answer, List.of());
    }
}
