package fr.accueil.conversation.faq;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor towards those further down; null at the end
public record FaqPage(List<FaqView> items, @Nullable String nextCursor) {

    /// @param found up to one more than the page holds, which tells that there is a next page
    static FaqPage of(List<FaqView> found, int limit) {
        if (found.size() <= limit) {
            return new FaqPage(found, null);
        }
        return new FaqPage(
                found.subList(0, limit), FaqCursor.after(found.get(limit - 1)).text());
    }
}
