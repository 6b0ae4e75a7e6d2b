package fr.accueil.conversation.team;

import fr.accueil.events.WorkspaceEvent.Role;
import java.time.Instant;

/// One of the team, as the others see them.
///
/// @param joinedAt since when they belong to it
public record Teammate(Member member, Instant joinedAt) {

    boolean isOwner() {
        return member.role() == Role.OWNER;
    }

    Teammate as(Role role) {
        return new Teammate(
                new Member(member.tenant(), member.subject(), member.name(), member.email(), role), joinedAt);
    }
}
