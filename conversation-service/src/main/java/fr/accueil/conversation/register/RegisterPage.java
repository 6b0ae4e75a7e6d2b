package fr.accueil.conversation.register;

import fr.accueil.conversation.conversation.PageCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor towards earlier lines; null at the end
public record RegisterPage(
        List<RegisterEntry> items, @Nullable String nextCursor) {

    /// @param found up to one row more than the page holds, which tells that there is a next page
    static RegisterPage of(List<RegisterEntry> found, int limit) {
        if (found.size() <= limit) {
            return new RegisterPage(found, null);
        }
        var last = found.get(limit - 1);
        return new RegisterPage(found.subList(0, limit), new PageCursor(last.at(), last.id()).text());
    }
}
