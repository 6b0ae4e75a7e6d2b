package fr.accueil.conversation.booking;

import fr.accueil.conversation.problem.OneLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// @param version that was seen
/// @param reason for the customer to read; null for none
record CancelBookingRequest(
        @NotNull(message = "La version manque.") Long version,

        @Size(max = 300, message = "Le motif dépasse 300 caractères.") @OneLine @Nullable
        String reason) {

    private static final Pattern ENDED = Pattern.compile("[.!?…]$");

    @Nullable
    String sentence() {
        if (reason == null || reason.isBlank()) {
            return null;
        }
        var said = reason.strip();
        return ENDED.matcher(said).find() ? said : said + ".";
    }
}
