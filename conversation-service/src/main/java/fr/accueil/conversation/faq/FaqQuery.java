package fr.accueil.conversation.faq;

import fr.accueil.conversation.conversation.PageCursor;
import org.jspecify.annotations.Nullable;

/// Which FAQs are wanted; null where it does not matter.
///
/// @param words that stand in the question, a variant or the answer, whatever their capitals and accents
/// @param after where the page before ended
record FaqQuery(
        @Nullable String words,
        @Nullable String category,
        @Nullable Boolean enabled,
        @Nullable PageCursor after,
        int limit) {

    /// What `like` finds the words by.
    @Nullable
    String pattern() {
        return words == null || words.isBlank() ? null : "%" + words.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
