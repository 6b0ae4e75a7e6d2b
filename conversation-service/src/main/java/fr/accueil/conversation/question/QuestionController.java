package fr.accueil.conversation.question;

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

/// What customers asked in vain.
@RestController
class QuestionController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Questions questions;

    QuestionController(TenantTransaction transaction, Questions questions) {
        this.transaction = transaction;
        this.questions = questions;
    }

    @Operation(operationId = "listQuestions", summary = "Questions that no FAQ settled, latest first")
    @Needs(Right.HANDLE_REQUESTS)
    @GetMapping("/api/questions")
    Mono<QuestionPage> list(
            Member member,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        return transaction
                .in(member.tenant(), questions.findLatest(PageCursor.parse(cursor), limit + 1))
                .map(found -> QuestionPage.of(found, limit));
    }
}
