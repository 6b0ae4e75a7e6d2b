package fr.accueil.conversation.privacy;

import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.ConversationId;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Erasing a customer, and the receipt of it.
@RestController
class ErasureController {

    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";

    private final TenantTransaction transaction;
    private final EraseCustomer erase;
    private final Erasures erasures;

    ErasureController(TenantTransaction transaction, EraseCustomer erase, Erasures erasures) {
        this.transaction = transaction;
        this.erase = erase;
        this.erasures = erasures;
    }

    @Operation(
            operationId = "eraseCustomer",
            summary = "Erases all that is held on a customer, everywhere and for good",
            description =
                    "The id is that of any conversation or booking of theirs. The receipt fills as the services have"
                            + " forgotten them. The same Idempotency-Key gives the same erasure, however often it is sent.")
    @Needs(Right.MANAGE_PRIVACY)
    @PostMapping("/api/customers/{id}/erasure")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ErasureReceipt> erase(
            Member member,
            @PathVariable ConversationId id,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid EraseRequest request) {
        return erase.erase(member, id, request.said(), key).map(ErasureReceipt::of);
    }

    @Operation(operationId = "getErasure", summary = "Where an erasure stands")
    @Needs(Right.MANAGE_PRIVACY)
    @GetMapping("/api/erasures/{id}")
    Mono<ErasureReceipt> get(Member member, @PathVariable UUID id) {
        return transaction
                .in(member.tenant(), erasures.find(id))
                .map(ErasureReceipt::of)
                .switchIfEmpty(Mono.error(ErasureUnknown::new));
    }
}
