package fr.accueil.conversation.workspace;

import fr.accueil.conversation.problem.OneLine;
import fr.accueil.events.WorkspaceEvent.Vertical;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/// What is needed to begin; everything else is said later.
///
/// @param vertical the trade
/// @param timeZone IANA name, for example `Europe/Paris`
record OpenRequest(
        @NotBlank(message = "Indiquez le nom de l'entreprise.")
        @Size(max = 80, message = "Le nom dépasse 80 caractères.")
        @OneLine
        String name,

        @NotNull(message = "Choisissez un métier.") Vertical vertical,

        @TimeZone String timeZone) {}
