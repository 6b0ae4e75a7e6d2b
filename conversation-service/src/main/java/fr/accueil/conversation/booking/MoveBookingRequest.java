package fr.accueil.conversation.booking;

import fr.accueil.events.PractitionerId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param version that was seen
/// @param start when it shall begin
/// @param practitioner with whom; null for the same one
/// @param override whether it may lie outside the opening hours; never over another booking
record MoveBookingRequest(
        @NotNull(message = "La version manque.") Long version,
        @NotNull(message = "Indiquez le début.") Instant start,
        @Nullable PractitionerId practitioner,
        @Nullable Boolean override) {

    boolean overrides() {
        return Boolean.TRUE.equals(override);
    }
}
