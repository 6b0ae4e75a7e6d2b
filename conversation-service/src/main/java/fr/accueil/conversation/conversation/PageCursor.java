package fr.accueil.conversation.conversation;

import fr.accueil.conversation.problem.RequestRefused;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Where a page ended: the time and id of its last row. Opaque to who gets it. Of what people have put in an order, its
/// position stands for the time.
public record PageCursor(Instant at, UUID id) {

    /// @return null for no cursor: the first page
    /// @throws RequestRefused when it is none of ours
    public static @Nullable PageCursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            var at = Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS);
            var cursor = new PageCursor(at, new UUID(bytes.getLong(), bytes.getLong()));
            if (bytes.hasRemaining()) {
                throw new CursorUnreadable();
            }
            return cursor;
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw new CursorUnreadable();
        }
    }

    public static PageCursor inOrder(int position, UUID id) {
        return new PageCursor(Instant.EPOCH.plus(position, ChronoUnit.MICROS), id);
    }

    public long position() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    public String text() {
        var bytes = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static class CursorUnreadable extends RequestRefused {
        CursorUnreadable() {
            super(
                    HttpStatus.BAD_REQUEST,
                    "Page inconnue",
                    "Cette suite de liste n'est pas lisible : reprenez depuis le début.");
        }
    }
}
