package fr.accueil.conversation.busy;

import fr.accueil.conversation.problem.OneLine;
import fr.accueil.events.PractitionerId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A calendar to subscribe to.
///
/// @param address at which it is read, as other calendars give it: `https`, or `webcal`
/// @param practitioner whose it is; null: the whole house's
record ExternalCalendarRequest(
        @NotBlank(message = "Donnez un nom à cet agenda.")
        @Size(max = 60, message = "Le nom dépasse 60 caractères.")
        @OneLine
        String name,

        @NotBlank(message = "Collez l'adresse de cet agenda.")
        @Size(max = 2000, message = "L'adresse dépasse 2000 caractères.")
        @OneLine
        String address,

        @Nullable PractitionerId practitioner) {

    private static final Pattern WEBCAL = Pattern.compile("^webcals?://", Pattern.CASE_INSENSITIVE);

    /// Empty when it is no address.
    Optional<URI> toUri() {
        try {
            return Optional.of(URI.create(WEBCAL.matcher(address.strip()).replaceFirst("https://")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
