package fr.accueil.conversation.invitation;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Members;
import fr.accueil.events.Ids;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Invites somebody by their e-mail address, and takes it back.
@Component
class InvitePerson {

    private static final int AT_MOST = 50;

    private final TenantTransaction transaction;
    private final Invitations invitations;
    private final Members members;
    private final AuditLog audit;
    private final InvitationSettings settings;
    private final Clock clock;

    InvitePerson(
            TenantTransaction transaction,
            Invitations invitations,
            Members members,
            AuditLog audit,
            InvitationSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.invitations = invitations;
        this.members = members;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws AlreadyMember (as an error) when the address is one of the team's
    /// @throws TooManyInvitations (as an error) when too many others are pending
    Mono<Invitation> invite(Member by, InvitationRequest request) {
        var email = request.address();
        return transaction.in(
                by.tenant(),
                requireNoMember(email)
                        .then(Mono.defer(invitations::findPending))
                        .flatMap(pending -> save(by, request, pending)));
    }

    /// @throws InvitationUnknown (as an error) when it is not pending
    Mono<Void> revoke(Member by, UUID id) {
        return transaction.in(
                by.tenant(),
                invitations
                        .revoke(id, now())
                        .switchIfEmpty(Mono.error(InvitationUnknown::new))
                        .flatMap(gone ->
                                audit.record(by, Action.INVITATION_REVOKED, id, gone.email(), toView(gone), null)));
    }

    private Mono<Void> requireNoMember(String email) {
        return members.findAll()
                .filter(team ->
                        team.stream().anyMatch(it -> it.value().member().email().equalsIgnoreCase(email)))
                .flatMap(_ -> Mono.error(new AlreadyMember()));
    }

    private Mono<Invitation> save(Member by, InvitationRequest request, List<Invitation> pending) {
        var before = pending.stream()
                .filter(it -> it.email().equals(request.address()))
                .findFirst()
                .orElse(null);
        if (before == null && pending.size() >= AT_MOST) {
            return Mono.error(new TooManyInvitations());
        }
        var now = now();
        var invitation = new Invitation(
                by.tenant(),
                Ids.next(),
                request.address(),
                request.role(),
                by.subject(),
                by.name(),
                now,
                now.plus(settings.expireAfter()));
        return invitations
                .save(invitation)
                .flatMap(after -> record(by, before, after).thenReturn(after));
    }

    private Mono<Void> record(Member by, @Nullable Invitation before, Invitation after) {
        return audit.record(
                by,
                Action.MEMBER_INVITED,
                after.id(),
                after.email(),
                before == null ? null : toView(before),
                toView(after));
    }

    private InvitationView toView(Invitation invitation) {
        return InvitationView.of(invitation, settings.link());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
