package fr.accueil.router.languagemodel;

import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import fr.accueil.router.knowledge.FaqMatch;
import java.util.List;
import java.util.stream.Stream;

/// By the words that question and FAQ share; what shares none comes last, in the business's own order.
final class WordRanking implements FaqRanking {

    @Override
    public List<Faq> nearest(Business business, String text, int atMost) {
        return Stream.concat(business.faqs().search(text).stream().map(FaqMatch::faq), business.faqs().all().stream())
                .distinct()
                .limit(atMost)
                .toList();
    }
}
