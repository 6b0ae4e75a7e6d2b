package fr.accueil.router.understanding;

import java.util.List;

/// An answer to a question in a language model's words.
///
/// @param sources the ids of the FAQs that it rests on; without one that holds it is not said
public record Phrasing(String text, List<String> sources) {

    public Phrasing {
        sources = List.copyOf(sources);
    }
}
