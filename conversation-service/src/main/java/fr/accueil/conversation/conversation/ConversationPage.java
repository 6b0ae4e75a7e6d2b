package fr.accueil.conversation.conversation;

import fr.accueil.events.ChangeEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor null at the end
public record ConversationPage(
        List<ChangeEvent.Conversation> items, @Nullable String nextCursor) {

    /// @param found up to one row more than the page holds, which tells that there is a next page
    static ConversationPage of(List<Conversation> found, int limit) {
        var items =
                found.stream().limit(limit).flatMap(it -> it.view().stream()).toList();
        if (found.size() <= limit) {
            return new ConversationPage(items, null);
        }
        var last = items.getLast();
        return new ConversationPage(
                items, new PageCursor(last.lastActivityAt(), last.id().value()).text());
    }
}
