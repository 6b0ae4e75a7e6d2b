package fr.accueil.conversation.lead;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who asked for a quote.
@RestController
class LeadController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Leads leads;

    LeadController(TenantTransaction transaction, Leads leads) {
        this.transaction = transaction;
        this.leads = leads;
    }

    @Operation(operationId = "listLeads", summary = "Quote requests, latest first")
    @Needs(Right.HANDLE_REQUESTS)
    @GetMapping("/api/leads")
    Mono<LeadPage> list(
            Member member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        return transaction
                .in(member.tenant(), leads.findLatest(PageCursor.parse(cursor), limit + 1))
                .map(found -> LeadPage.of(found, limit));
    }
}
