package fr.accueil.language.faq;

import java.util.List;

/// One business's FAQ, prepared once for many questions; made by [FaqFinder#shelve]. It never changes.
public final class FaqShelf {

    private final List<ShelvedFaq> faqs;

    FaqShelf(List<ShelvedFaq> faqs) {
        this.faqs = List.copyOf(faqs);
    }

    List<ShelvedFaq> faqs() {
        return faqs;
    }

    public int size() {
        return faqs.size();
    }
}
