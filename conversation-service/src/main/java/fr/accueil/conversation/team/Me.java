package fr.accueil.conversation.team;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.events.WorkspaceEvent.Vertical;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is signed in, and where they may work.
///
/// @param name as the sign-in provider or else the team knows it
/// @param invitations that wait for their verified e-mail address
public record Me(
        String subject,
        @Nullable String name,
        @Nullable String email,
        List<Workspace> workspaces,
        List<OpenInvitation> invitations) {

    public record Workspace(TenantId id, String name, Vertical vertical, Role role) {}

    /// @param role that they would have there
    /// @param invitedBy name of who invites them
    public record OpenInvitation(String workspaceName, Role role, String invitedBy) {}
}
