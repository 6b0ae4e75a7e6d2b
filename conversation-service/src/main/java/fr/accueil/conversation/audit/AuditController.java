package fr.accueil.conversation.audit;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What an owner sees of who changed what.
@RestController
class AuditController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private static final String KIND = "Ce genre d'action n'existe pas.";

    private final TenantTransaction transaction;
    private final AuditLog log;

    AuditController(TenantTransaction transaction, AuditLog log) {
        this.transaction = transaction;
        this.log = log;
    }

    @Operation(operationId = "listAudit", summary = "Who changed what, latest first")
    @Needs(Right.SEE_AUDIT)
    @GetMapping("/api/audit")
    Mono<AuditPage> list(
            Member member,
            @Schema(allowableValues = {"workspace", "agenda", "faqs", "team", "conversations", "customers"})
                    @RequestParam(required = false)
                    @Pattern(regexp = "workspace|agenda|faqs|team|conversations|customers", message = KIND)
                    @Nullable
                    String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        return transaction
                .in(
                        member.tenant(),
                        log.findLatest(kind == null ? null : Kind.of(kind), PageCursor.parse(cursor), limit + 1))
                .map(found -> AuditPage.of(found, limit));
    }
}
