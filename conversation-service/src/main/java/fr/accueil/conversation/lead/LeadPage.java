package fr.accueil.conversation.lead;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.ChangeEvent.Lead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor towards earlier ones; null at the end
public record LeadPage(List<Lead> items, @Nullable String nextCursor) {

    /// @param found up to one more than the page holds, which tells that there is a next page
    static LeadPage of(List<Lead> found, int limit) {
        var items = found.stream().limit(limit).toList();
        if (found.size() <= limit) {
            return new LeadPage(items, null);
        }
        var last = items.getLast();
        return new LeadPage(items, new PageCursor(last.at(), last.id().value()).text());
    }
}
