package fr.accueil.conversation.team;

import fr.accueil.conversation.problem.ChangedMeanwhile;
import fr.accueil.conversation.tenant.Changed;
import fr.accueil.conversation.tenant.Versioned;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.Role;
import fr.accueil.platform.database.TenantTransaction;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Changes what somebody is in a team, and whether they are. A team has an owner at all times: it is held as a whole
/// while that is looked at, so that two owners cannot make agents of each other.
@Component
public class ChangeTeam {

    private final TenantTransaction transaction;
    private final Members members;
    private final SaveMember save;
    private final TeamTopic topic;

    ChangeTeam(TenantTransaction transaction, Members members, SaveMember save, TeamTopic topic) {
        this.transaction = transaction;
        this.members = members;
        this.save = save;
        this.topic = topic;
    }

    /// @param seen the version that who gives the role saw
    /// @return before and after
    /// @throws ChangedMeanwhile (as an error) when it is no longer the one that is saved
    /// @throws LastOwner (as an error) when nobody else owns the workspace
    public Mono<Changed<Teammate>> giveRole(TenantId tenant, String subject, long seen, Role role) {
        return transaction.in(tenant, members.lockAll().flatMap(team -> {
            var known = require(team, subject);
            var before = known.value();
            if (known.version() != seen) {
                return Mono.error(new ChangedMeanwhile());
            }
            if (before.member().role() == role) {
                return Mono.just(new Changed<>(before, known));
            }
            requireOwnerBeside(before, team);
            var after = before.as(role);
            return save.save(after.member())
                    .thenReturn(new Changed<>(before, new Versioned<>(after, known.version() + 1)));
        }));
    }

    /// @return who has left
    /// @throws LastOwner (as an error) when nobody else owns the workspace
    public Mono<Teammate> remove(TenantId tenant, String subject) {
        return transaction.in(tenant, members.lockAll().flatMap(team -> {
            var leaving = require(team, subject).value();
            requireOwnerBeside(leaving, team);
            return members.delete(subject)
                    .then(Mono.defer(() -> topic.left(leaving.member())))
                    .thenReturn(leaving);
        }));
    }

    private static Versioned<Teammate> require(List<Versioned<Teammate>> team, String subject) {
        return team.stream()
                .filter(it -> it.value().member().subject().equals(subject))
                .findFirst()
                .orElseThrow(MemberUnknown::new);
    }

    private static void requireOwnerBeside(Teammate one, List<Versioned<Teammate>> team) {
        var owners =
                team.stream().map(Versioned::value).filter(Teammate::isOwner).toList();
        if (owners.equals(List.of(one))) {
            throw new LastOwner();
        }
    }
}
