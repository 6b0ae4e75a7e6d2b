package fr.accueil.conversation.booking;

import fr.accueil.conversation.problem.OneLine;
import fr.accueil.events.ConversationId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A visit that one of the team enters by hand.
///
/// @param services in one visit, one after the other
/// @param practitioner the one wanted; null for anybody
/// @param phone E.164, or as it is dialled in France
/// @param conversation of the customer, who is told then; null: the one in which whoever has that phone wrote, if any
/// any
/// @param override whether it may lie outside the opening hours; never over another booking
record BookRequest(
        @NotNull(message = SERVICES) @Size(min = 1, max = 10, message = SERVICES)
        List<@NotNull(message = SERVICES) ServiceId> services,

        @Nullable PractitionerId practitioner,
        @NotNull(message = "Indiquez le début.") Instant start,

        @NotBlank(message = "Indiquez le nom du client.")
        @Size(max = 80, message = "Le nom dépasse 80 caractères.")
        @OneLine
        String customerName,

        @Pattern(
                regexp = "(\\+[1-9]|0[1-9])([ .-]?[0-9]){7,13}",
                message = "Ce numéro n'en est pas un : 06 12 34 56 78 ou +33 6 12 34 56 78, par exemple.")
        @Nullable
        String phone,

        @Nullable ConversationId conversation,
        @Nullable Boolean override) {

    private static final String SERVICES = "Choisissez de une à dix prestations.";
    private static final String FRANCE = "+33";

    boolean overrides() {
        return Boolean.TRUE.equals(override);
    }

    @Nullable
    String dialled() {
        if (phone == null) {
            return null;
        }
        var digits = phone.replaceAll("[ .-]", "");
        return digits.startsWith("0") ? FRANCE + digits.substring(1) : digits;
    }
}
