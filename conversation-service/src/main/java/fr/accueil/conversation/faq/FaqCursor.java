package fr.accueil.conversation.faq;

import fr.accueil.conversation.problem.RequestRefused;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Where a page ended: the place and id of its last FAQ.
record FaqCursor(int position, UUID id) {

    static FaqCursor after(FaqView last) {
        return new FaqCursor(last.position(), last.id().value());
    }

    /// @return null for no cursor: the first page
    /// @throws RequestRefused when it is none of ours
    static @Nullable FaqCursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var parts = text.split("_", -1);
        try {
            if (parts.length == 2) {
                return new FaqCursor(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException _) {
            throw new Unreadable();
        }
        throw new Unreadable();
    }

    String text() {
        return position + "_" + id;
    }

    private static class Unreadable extends RequestRefused {
        Unreadable() {
            super(HttpStatus.BAD_REQUEST, "Demande incorrecte", "Cette page n'existe pas.");
        }
    }
}
