package fr.accueil.router.dialogue;

import fr.accueil.router.flow.Situation;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.speech.Content.FaqGiven;
import fr.accueil.router.understanding.Phrasing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the business's answers are given.
final class Knowledge {

    private Knowledge() {}

    /// Under another opening when they were given before. A language model's words only where they rest on what was
    /// found, or on what the house has set up. Empty when nothing settles the question.
    static Optional<FaqGiven> given(Situation situation) {
        var faqs = situation.reading().faqs();
        var given = situation.memory().given();
        var again = faqs.stream().map(Faq::id).anyMatch(given::contains);
        var words = founded(situation);
        return faqs.isEmpty() && words == null ? Optional.empty() : Optional.of(new FaqGiven(faqs, again, words));
    }

    private static @Nullable Phrasing founded(Situation situation) {
        var phrasing = situation.reading().phrasing();
        if (phrasing == null || phrasing.sources().isEmpty()) {
            return null;
        }
        var ids = situation.reading().faqs().stream()
                .map(it -> it.id().toString())
                .toList();
        var rests = phrasing.sources().stream().allMatch(it -> ids.contains(it) || Phrasing.isOfTheHouse(it));
        return rests ? phrasing : null;
    }
}
