package fr.accueil.conversation.membership;

import fr.accueil.conversation.team.Teammate;
import fr.accueil.conversation.tenant.Changed;
import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.WorkspaceEvent.Role;
import java.time.Instant;

/// One of the team as its page shows them.
///
/// @param subject of the person's token
/// @param joinedAt since when they belong to it
/// @param version to be named by who changes it
public record MemberView(String subject, String name, String email, Role role, Instant joinedAt, long version) {

    static MemberView of(Versioned<Teammate> known) {
        return of(known.value(), known.version());
    }

    static MemberView before(Changed<Teammate> changed) {
        return of(changed.before(), changed.after().version());
    }

    static MemberView of(Teammate teammate, long version) {
        var member = teammate.member();
        return new MemberView(
                member.subject(), member.name(), member.email(), member.role(), teammate.joinedAt(), version);
    }
}
