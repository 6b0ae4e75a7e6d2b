package fr.accueil.router.team;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;

/// One of a business's team. As a controller's argument: who asks, whose membership of the chosen workspace
/// (`X-Accueil-Workspace`) is checked. A controller has no other way to a tenant, so none can forget the check.
///
/// @param subject of the person's token
public record Member(TenantId tenant, String subject, Role role) {

    /// @throws OwnersOnly when it is an agent
    public Member requireOwner() {
        if (role != Role.OWNER) {
            throw new OwnersOnly();
        }
        return this;
    }
}
