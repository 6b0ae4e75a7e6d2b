package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.ChangeEvent.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor towards earlier messages; null at the beginning of the conversation
public record MessagePage(List<Message> items, @Nullable String nextCursor) {

    /// @param found up to one row more than the page holds, which tells that there is a next page
    static MessagePage of(List<Message> found, int limit) {
        if (found.size() <= limit) {
            return new MessagePage(found, null);
        }
        var items = List.copyOf(found.subList(0, limit));
        var last = items.getLast();
        return new MessagePage(items, new PageCursor(last.at(), last.id().value()).text());
    }
}
