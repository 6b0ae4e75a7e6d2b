package fr.accueil.conversation.invitation;

import fr.accueil.events.WorkspaceEvent.Role;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/// An invitation as the team's page shows it.
///
/// @param invitedBy name of who invites
/// @param expiresAt after which nobody can accept it, until the address is invited again
/// @param link the page to send to who is invited
public record InvitationView(
        UUID id, String email, Role role, String invitedBy, Instant createdAt, Instant expiresAt, URI link) {

    static InvitationView of(Invitation invitation, URI link) {
        return new InvitationView(
                invitation.id(),
                invitation.email(),
                invitation.role(),
                invitation.invitedByName(),
                invitation.createdAt(),
                invitation.expiresAt(),
                link);
    }
}
