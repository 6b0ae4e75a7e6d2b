package fr.accueil.conversation.faq;

import fr.accueil.conversation.conversation.PageCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor towards those further down; null at the end
public record FaqPage(List<FaqView> items, @Nullable String nextCursor) {

    /// @param found up to one more than the page holds, which tells that there is a next page
    static FaqPage of(List<FaqView> found, int limit) {
        var items = found.stream().limit(limit).toList();
        if (found.size() <= limit) {
            return new FaqPage(items, null);
        }
        var last = items.getLast();
        return new FaqPage(
                items, PageCursor.inOrder(last.position(), last.id().value()).text());
    }
}
