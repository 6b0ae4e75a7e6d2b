package fr.accueil.router.dialogue;

import fr.accueil.router.flow.Situation;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.understanding.Phrasing;
import org.jspecify.annotations.Nullable;

/// How the business's answers are given.
final class Knowledge {

    private Knowledge() {}

    /// Under another opening when they were given before. A language model's words only where they rest on what was
    /// found.
    static FaqGiven given(Situation situation) {
        var faqs = situation.reading().faqs();
        var given = situation.memory().given();
        var again = faqs.stream().map(Faq::id).anyMatch(given::contains);
        return new FaqGiven(faqs, again, founded(situation));
    }

    private static @Nullable Phrasing founded(Situation situation) {
        var phrasing = situation.reading().phrasing();
        if (phrasing == null || phrasing.sources().isEmpty()) {
            return null;
        }
        var ids = situation.reading().faqs().stream()
                .map(it -> it.id().toString())
                .toList();
        return ids.containsAll(phrasing.sources()) ? phrasing : null;
    }
}
