package fr.accueil.conversation.invitation;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.team.SignedIn;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Owners invite; who is invited joins.
@RestController
@RequestMapping("/api/invitations")
class InvitationController {

    private final TenantTransaction transaction;
    private final Invitations invitations;
    private final InvitePerson invite;
    private final AcceptInvitations accept;
    private final InvitationSettings settings;

    InvitationController(
            TenantTransaction transaction,
            Invitations invitations,
            InvitePerson invite,
            AcceptInvitations accept,
            InvitationSettings settings) {
        this.transaction = transaction;
        this.invitations = invitations;
        this.invite = invite;
        this.accept = accept;
        this.settings = settings;
    }

    @Operation(operationId = "listInvitations", summary = "Who is invited and has not answered, latest first")
    @Needs(Right.MANAGE_TEAM)
    @GetMapping
    Mono<InvitationPage> list(Member member) {
        return transaction
                .in(member.tenant(), invitations.findPending())
                .map(pending ->
                        new InvitationPage(pending.stream().map(this::toView).toList(), null));
    }

    @Operation(
            operationId = "invite",
            summary = "Invites an e-mail address",
            description = "No e-mail is sent: the owner passes the link on. An address that is invited again keeps its "
                    + "invitation, which lasts longer.")
    @Needs(Right.MANAGE_TEAM)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<InvitationView> invite(Member member, @RequestBody @Valid InvitationRequest request) {
        return invite.invite(member, request).map(this::toView);
    }

    @Operation(operationId = "revokeInvitation", summary = "Takes an invitation back")
    @Needs(Right.MANAGE_TEAM)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Member member, @PathVariable UUID id) {
        return invite.revoke(member, id);
    }

    @Operation(
            operationId = "acceptInvitations",
            summary = "Who asks joins every team that has invited their verified e-mail address")
    @PostMapping("/accept")
    Mono<Joined> accept(@Parameter(hidden = true) JwtAuthenticationToken token) {
        return accept.accept(SignedIn.of(token)).map(Joined::new);
    }

    private InvitationView toView(Invitation invitation) {
        return InvitationView.of(invitation, settings.link());
    }
}
