package fr.accueil.conversation.invitation;

import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import java.time.Instant;
import java.util.UUID;

/// Whoever shows that an e-mail address is theirs may join.
///
/// @param email in lower case
/// @param invitedBy subject of the token of who invites
/// @param invitedByName as they were called then
record Invitation(
        TenantId tenant,
        UUID id,
        String email,
        Role role,
        String invitedBy,
        String invitedByName,
        Instant createdAt,
        Instant expiresAt) {}
