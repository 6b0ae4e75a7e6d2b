package fr.accueil.conversation.question;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What customers asked in vain.
@RestController
class QuestionController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Questions questions;
    private final SettleQuestions settle;

    QuestionController(TenantTransaction transaction, Questions questions, SettleQuestions settle) {
        this.transaction = transaction;
        this.questions = questions;
        this.settle = settle;
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

    @Operation(
            operationId = "listQuestionGroups",
            summary = "Open questions grouped by likeness, the most asked first",
            description = "Of the 1,000 that were asked last.")
    @Needs(Right.HANDLE_REQUESTS)
    @GetMapping("/api/questions/groups")
    Mono<QuestionGroups> groups(Member member) {
        return transaction
                .in(member.tenant(), questions.findOpen())
                .map(open -> new QuestionGroups(Likeness.group(open)));
    }

    @Operation(
            operationId = "dismissQuestion",
            summary = "Takes an open question off the list, with all of its group",
            description = "Asked again, it is on the list anew.")
    @Needs(Right.HANDLE_REQUESTS)
    @PostMapping("/api/questions/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> dismiss(Member member, @PathVariable UUID id) {
        return transaction.in(member.tenant(), settle.settle(id));
    }
}
