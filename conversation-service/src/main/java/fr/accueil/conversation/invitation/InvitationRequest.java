package fr.accueil.conversation.invitation;

import fr.accueil.events.WorkspaceEvent.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/// Who shall join, and as what.
record InvitationRequest(
        @NotBlank(message = "Indiquez une adresse e-mail.")
        @Size(max = 254, message = "L'adresse e-mail dépasse 254 caractères.")
        @Pattern(
                regexp = "\\s*([^@\\s]+@[^@\\s]+\\.[^@\\s.]+)?\\s*",
                message = "Cette adresse e-mail n'est pas valable.")
        String email,

        @NotNull(message = "Choisissez un rôle.") Role role) {

    String address() {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
