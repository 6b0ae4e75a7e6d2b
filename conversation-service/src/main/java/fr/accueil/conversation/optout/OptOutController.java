package fr.accueil.conversation.optout;

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

/// The ledger of opt-outs, which a business can show.
@RestController
class OptOutController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Ledger ledger;

    OptOutController(TenantTransaction transaction, Ledger ledger) {
        this.transaction = transaction;
        this.ledger = ledger;
    }

    @Operation(operationId = "listOptOuts", summary = "Who wanted no more messages, or wanted them again, latest first")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @GetMapping("/api/opt-outs")
    Mono<OptOutPage> list(
            Member member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        return transaction
                .in(member.tenant(), ledger.findLatest(PageCursor.parse(cursor), limit + 1))
                .map(found -> OptOutPage.of(found, limit));
    }
}
