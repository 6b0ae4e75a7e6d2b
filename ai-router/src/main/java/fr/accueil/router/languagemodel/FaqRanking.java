package fr.accueil.router.languagemodel;

import fr.accueil.router.knowledge.Business;
import fr.accueil.router.knowledge.Faq;
import java.util.List;

/// Which of a business's FAQs come nearest to what was written, the nearest first.
interface FaqRanking {

    List<Faq> nearest(Business business, String text, int atMost);
}
