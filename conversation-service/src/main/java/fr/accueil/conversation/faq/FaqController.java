package fr.accueil.conversation.faq;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.FaqId;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The FAQs that the assistant answers from.
@RestController
class FaqController {

    private static final String LIMIT = "La limite va de 1 à 500.";
    private static final String WORDS = "La recherche dépasse 200 caractères.";
    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";

    private final TenantTransaction transaction;
    private final Faqs faqs;
    private final EditFaqs edit;

    FaqController(TenantTransaction transaction, Faqs faqs, EditFaqs edit) {
        this.transaction = transaction;
        this.faqs = faqs;
        this.edit = edit;
    }

    @Operation(operationId = "listFaqs", summary = "FAQs in the owner's order")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/faqs")
    Mono<FaqPage> list(
            Member member,
            @RequestParam(required = false) @Size(max = 200, message = WORDS) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Boolean enabled,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        var query = new FaqQuery(q, category, enabled, PageCursor.parse(cursor), limit + 1);
        return transaction.in(member.tenant(), faqs.find(query)).map(found -> FaqPage.of(found, limit));
    }

    @Operation(
            operationId = "createFaq",
            summary = "Adds a FAQ behind the others",
            description = "The same Idempotency-Key gives the same FAQ, however often it is sent.")
    @Needs(Right.MANAGE_FAQS)
    @PostMapping("/api/faqs")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FaqView> create(
            Member member,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid FaqRequest request) {
        return edit.create(member, request, key);
    }

    @Operation(operationId = "getFaq", summary = "One FAQ")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/api/faqs/{id}")
    Mono<FaqView> find(Member member, @PathVariable UUID id) {
        return transaction.in(member.tenant(), faqs.findView(FaqId.of(id))).switchIfEmpty(Mono.error(FaqUnknown::new));
    }

    @Operation(operationId = "changeFaq", summary = "Changes a FAQ, whole")
    @Needs(Right.MANAGE_FAQS)
    @PutMapping("/api/faqs/{id}")
    Mono<FaqView> change(Member member, @PathVariable UUID id, @RequestBody @Valid FaqRequest request) {
        return edit.change(member, FaqId.of(id), request);
    }

    @Operation(operationId = "deleteFaq", summary = "Deletes a FAQ")
    @Needs(Right.MANAGE_FAQS)
    @DeleteMapping("/api/faqs/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Member member, @PathVariable UUID id, @RequestParam long version) {
        return edit.delete(member, FaqId.of(id), version);
    }

    @Operation(operationId = "orderFaqs", summary = "Puts all FAQs into an order")
    @Needs(Right.MANAGE_FAQS)
    @PutMapping("/api/faqs/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> order(Member member, @RequestBody @Valid FaqOrder order) {
        return edit.order(member, order.ids().stream().map(FaqId::of).toList());
    }
}
