package fr.accueil.conversation.invitation;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.team.Me;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Members;
import fr.accueil.conversation.team.SaveMember;
import fr.accueil.conversation.team.SignedIn;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Somebody joins the teams that have invited their e-mail address, each in a transaction of its own.
@Component
class AcceptInvitations {

    private final TenantTransaction transaction;
    private final Invitations invitations;
    private final Members members;
    private final SaveMember save;
    private final Tenants tenants;
    private final AuditLog audit;
    private final Clock clock;

    AcceptInvitations(
            TenantTransaction transaction,
            Invitations invitations,
            Members members,
            SaveMember save,
            Tenants tenants,
            AuditLog audit,
            Clock clock) {
        this.transaction = transaction;
        this.invitations = invitations;
        this.members = members;
        this.save = save;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /// @return where they are now that they were invited to
    /// @throws EmailUnverified (as an error) when it is not certain that the address is theirs
    Mono<List<Me.Workspace>> accept(SignedIn person) {
        return Mono.justOrEmpty(person.verifiedEmail())
                .switchIfEmpty(Mono.error(EmailUnverified::new))
                .flatMap(email -> invitations.findOpenEverywhere(email, clock.instant()))
                .flatMapMany(Flux::fromIterable)
                .concatMap(open -> transaction.in(open.tenant(), join(person, open)))
                .collectList();
    }

    private Mono<Me.Workspace> join(SignedIn person, Invitation open) {
        return invitations
                .accept(open.id(), person.subject(), clock.instant())
                .flatMap(accepted -> members.find(person.subject())
                        .switchIfEmpty(Mono.defer(() -> enter(person.as(accepted.tenant(), accepted.role())))))
                .flatMap(member -> tenants.find(member.tenant())
                        .map(it -> new Me.Workspace(it.id(), it.name(), it.vertical(), member.role())));
    }

    private Mono<Member> enter(Member member) {
        return save.save(member)
                .then(Mono.defer(() -> audit.record(member, Action.MEMBER_JOINED, member.subject(), member.name())))
                .thenReturn(member);
    }
}
