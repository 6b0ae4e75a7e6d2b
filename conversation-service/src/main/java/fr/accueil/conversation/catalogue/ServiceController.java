package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the business offers.
@RestController
class ServiceController {

    private final TenantTransaction transaction;
    private final Services services;

    ServiceController(TenantTransaction transaction, Services services) {
        this.transaction = transaction;
        this.services = services;
    }

    @Operation(operationId = "listServices", summary = "What can be had of the business, in its order")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/services")
    Mono<ServicePage> list(Member member) {
        return transaction
                .inMany(member.tenant(), services.findAll())
                .map(ServiceView::of)
                .collectList()
                .map(items -> new ServicePage(items, null));
    }
}
