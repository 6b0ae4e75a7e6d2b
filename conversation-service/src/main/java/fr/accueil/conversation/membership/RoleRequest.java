package fr.accueil.conversation.membership;

import fr.accueil.events.WorkspaceEvent.Role;
import jakarta.validation.constraints.NotNull;

/// What somebody shall be.
///
/// @param version that was seen
record RoleRequest(
        @NotNull(message = "Choisissez un rôle.") Role role,

        @NotNull(message = "La version manque.") Long version) {}
