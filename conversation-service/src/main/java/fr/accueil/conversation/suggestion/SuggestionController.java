package fr.accueil.conversation.suggestion;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.conversation.tenant.Tenant;
import fr.accueil.conversation.tenant.Tenants;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the wizard offers to begin with.
@RestController
class SuggestionController {

    private final TenantTransaction transaction;
    private final Tenants tenants;
    private final UsualOffers usual;

    SuggestionController(TenantTransaction transaction, Tenants tenants, UsualOffers usual) {
        this.transaction = transaction;
        this.tenants = tenants;
        this.usual = usual;
    }

    @Operation(
            operationId = "getSuggestions",
            summary = "What businesses of this trade usually offer, and when they are open")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/suggestions")
    Mono<Suggestions> get(Member member) {
        return transaction
                .in(member.tenant(), tenants.find(member.tenant()))
                .map(Tenant::vertical)
                .map(usual::of);
    }
}
