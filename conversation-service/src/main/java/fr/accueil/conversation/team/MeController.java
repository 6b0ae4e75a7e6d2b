package fr.accueil.conversation.team;

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

/// Who is signed in. The one call that needs no workspace, since it says which there are.
@RestController
class MeController {

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final Members members;

    MeController(TenantTransaction transaction, Tenants tenants, Members members) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.members = members;
    }

    @Operation(operationId = "getMe", summary = "Who is signed in, and where they may work")
    @GetMapping("/api/me")
    Mono<Me> me(@Parameter(hidden = true) JwtAuthenticationToken token) {
        return members.findEverywhere(token.getName())
                .flatMap(memberships -> Flux.fromIterable(memberships)
                        .concatMap(this::loadWorkspace)
                        .collectList()
                        .map(workspaces -> toMe(token, memberships, workspaces)));
    }

    private Mono<Me.Workspace> loadWorkspace(Member member) {
        return transaction
                .in(member.tenant(), tenants.find(member.tenant()))
                .map(tenant -> new Me.Workspace(tenant.id(), tenant.name(), tenant.vertical(), member.role()));
    }

    private static Me toMe(JwtAuthenticationToken token, List<Member> memberships, List<Me.Workspace> workspaces) {
        return new Me(
                token.getName(),
                claim(token, "name", memberships, Member::name),
                claim(token, "email", memberships, Member::email),
                workspaces);
    }

    private static @Nullable String claim(
            JwtAuthenticationToken token,
            String claim,
            List<Member> memberships,
            Function<Member, String> asTheTeamKnowsIt) {
        var said = token.getToken().getClaimAsString(claim);
        return said != null
                ? said
                : memberships.stream().map(asTheTeamKnowsIt).findFirst().orElse(null);
    }
}
