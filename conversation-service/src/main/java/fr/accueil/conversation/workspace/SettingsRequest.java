package fr.accueil.conversation.workspace;

import fr.accueil.conversation.problem.OneLine;
import fr.accueil.conversation.tenant.Address;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.events.WorkspaceEvent.Vertical;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// The business as it shall be, whole.
///
/// @param version that was seen
record SettingsRequest(
        @NotBlank(message = "Indiquez le nom de l'entreprise.")
        @Size(max = 80, message = "Le nom dépasse 80 caractères.")
        @OneLine
        String name,

        @NotNull(message = "Choisissez un métier.") Vertical vertical,

        @TimeZone String timeZone,

        @NotNull(message = "Choisissez entre « vous » et « tu ».")
        Boolean formal,

        @Valid @Nullable Place address,

        @Size(max = 60, message = "La signature dépasse 60 caractères.") @OneLine @Nullable
        String signature,

        @NotNull(message = "La version manque.") Long version) {

    record Place(
            @NotBlank(message = "Indiquez la rue.")
            @Size(max = 120, message = "La rue dépasse 120 caractères.")
            @OneLine
            String street,

            @NotBlank(message = "Indiquez le code postal.")
            @Pattern(regexp = "[0-9]{5}", message = "Le code postal a cinq chiffres.")
            String postalCode,

            @NotBlank(message = "Indiquez la ville.")
            @Size(max = 80, message = "La ville dépasse 80 caractères.")
            @OneLine
            String city) {}

    Tenant applyTo(Tenant tenant) {
        return new Tenant(
                tenant.id(),
                name.strip(),
                vertical,
                timeZone,
                formal,
                address == null
                        ? null
                        : new Address(
                                address.street().strip(),
                                address.postalCode(),
                                address.city().strip()),
                signature == null || signature.isBlank() ? null : signature.strip());
    }
}
