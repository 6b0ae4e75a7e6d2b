package fr.accueil.conversation.conversation;

import fr.accueil.events.ChangeEvent.Status;
import org.jspecify.annotations.Nullable;

/// What of the inbox is asked for.
///
/// @param words of a name, a telephone number or a message
/// @param after where the page before ended
record InboxQuery(
        @Nullable Status status,
        @Nullable String words,
        @Nullable PageCursor after) {

    /// What PostgreSQL cannot keep cannot be found either.
    static InboxQuery of(@Nullable Status status, @Nullable String words, @Nullable PageCursor after) {
        return new InboxQuery(status, words == null || words.isBlank() ? null : words.replace("\0", " "), after);
    }
}
