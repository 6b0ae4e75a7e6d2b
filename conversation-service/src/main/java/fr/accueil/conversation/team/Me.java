package fr.accueil.conversation.team;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is signed in, and where they may work.
///
/// @param name as the sign-in provider or else the team knows it
public record Me(
        String subject, @Nullable String name, @Nullable String email, List<Workspace> workspaces) {

    public record Workspace(TenantId id, String name, Vertical vertical, Role role) {}
}
