package fr.accueil.conversation.register;

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

/// What an owner sees of who looked at what.
@RestController
class RegisterController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Register register;

    RegisterController(TenantTransaction transaction, Register register) {
        this.transaction = transaction;
        this.register = register;
    }

    @Operation(operationId = "listRegister", summary = "Who looked at, exported or erased what, latest first")
    @Needs(Right.MANAGE_PRIVACY)
    @GetMapping("/api/register")
    Mono<RegisterPage> list(
            Member member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        return transaction
                .in(member.tenant(), register.findLatest(PageCursor.parse(cursor), limit + 1))
                .map(found -> RegisterPage.of(found, limit));
    }
}
