package fr.accueil.router.understanding;

import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqMatch;
import java.util.List;

/// What an engine made of the messages that wait for an answer.
///
/// @param confidence from 0 to 1
/// @param answers the FAQs that settle what was asked, one per question, in the order asked; empty when none surely
/// does
/// @param engine which engine read it: `local`, …
public record Reading(Intent intent, double confidence, List<FaqMatch> answers, Language language, String engine) {

    public List<Faq> faqs() {
        return answers.stream().map(FaqMatch::faq).toList();
    }
}
