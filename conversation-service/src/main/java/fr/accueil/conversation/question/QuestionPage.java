package fr.accueil.conversation.question;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.ChangeEvent.OpenQuestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param nextCursor towards earlier ones; null at the end
public record QuestionPage(
        List<OpenQuestion> items, @Nullable String nextCursor) {

    /// @param found up to one more than the page holds, which tells that there is a next page
    static QuestionPage of(List<OpenQuestion> found, int limit) {
        var items = found.stream().limit(limit).toList();
        if (found.size() <= limit) {
            return new QuestionPage(items, null);
        }
        var last = items.getLast();
        return new QuestionPage(items, new PageCursor(last.lastAt(), last.id()).text());
    }
}
