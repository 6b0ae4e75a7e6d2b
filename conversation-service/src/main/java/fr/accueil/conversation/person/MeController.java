package fr.accueil.conversation.person;

import fr.accueil.conversation.invitation.OpenInvitations;
import fr.accueil.conversation.team.Me;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Memberships;
import fr.accueil.conversation.team.SignedIn;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who is signed in. It needs no workspace, since it says which there are.
@RestController
class MeController {

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final Memberships memberships;
    private final OpenInvitations invitations;

    MeController(TenantTransaction transaction, Tenants tenants, Memberships memberships, OpenInvitations invitations) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.memberships = memberships;
        this.invitations = invitations;
    }

    @Operation(operationId = "getMe", summary = "Who is signed in, where they may work, and where they are invited to")
    @GetMapping("/api/me")
    Mono<Me> me(@Parameter(hidden = true) JwtAuthenticationToken token) {
        var person = SignedIn.of(token);
        return memberships
                .of(person.subject())
                .flatMap(members -> Mono.zip(
                        loadWorkspaces(members),
                        invitations.of(person),
                        (workspaces, open) -> toMe(person, members, workspaces, open)));
    }

    private Mono<List<Me.Workspace>> loadWorkspaces(List<Member> members) {
        return Flux.fromIterable(members)
                .concatMap(member -> transaction
                        .in(member.tenant(), tenants.find(member.tenant()))
                        .map(tenant -> new Me.Workspace(tenant.id(), tenant.name(), tenant.vertical(), member.role())))
                .collectList();
    }

    private static Me toMe(
            SignedIn person, List<Member> members, List<Me.Workspace> workspaces, List<Me.OpenInvitation> open) {
        return new Me(
                person.subject(),
                orAsTheTeamKnowsIt(person.name(), members, Member::name),
                orAsTheTeamKnowsIt(person.email(), members, Member::email),
                workspaces,
                open);
    }

    private static @Nullable String orAsTheTeamKnowsIt(
            @Nullable String said, List<Member> members, Function<Member, String> known) {
        return said != null ? said : members.stream().map(known).findFirst().orElse(null);
    }
}
