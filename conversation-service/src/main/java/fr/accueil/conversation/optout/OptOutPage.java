package fr.accueil.conversation.optout;

import fr.accueil.conversation.conversation.PageCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor towards earlier lines; null at the end
public record OptOutPage(List<OptOut> items, @Nullable String nextCursor) {

    /// @param found up to one row more than the page holds, which tells that there is a next page
    static OptOutPage of(List<Ledger.Row> found, int limit) {
        var items = found.stream().limit(limit).map(Ledger.Row::toOptOut).toList();
        if (found.size() <= limit) {
            return new OptOutPage(items, null);
        }
        var last = found.get(limit - 1);
        return new OptOutPage(items, new PageCursor(last.at(), last.id()).text());
    }
}
