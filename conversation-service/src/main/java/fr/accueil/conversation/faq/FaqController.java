package fr.accueil.conversation.faq;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the assistant answers from, seen and changed.
@RestController
@RequestMapping("/api/faqs")
class FaqController {

    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";
    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Faqs faqs;
    private final EditFaqs edit;
    private final SaveReadyFaqs ready;

    FaqController(TenantTransaction transaction, Faqs faqs, EditFaqs edit, SaveReadyFaqs ready) {
        this.transaction = transaction;
        this.faqs = faqs;
        this.edit = edit;
        this.ready = ready;
    }

    @Operation(operationId = "listFaqs", summary = "What the assistant answers from, in the owner's order")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping
    Mono<FaqPage> list(
            Member member,
            @RequestParam(required = false) @Size(max = 200, message = "La recherche dépasse 200 caractères.") @Nullable
                    String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Boolean enabled,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        var filter = new Faqs.Filter(q, category, enabled);
        return transaction
                .in(member.tenant(), faqs.findPage(filter, FaqCursor.parse(cursor), limit + 1))
                .map(found -> FaqPage.of(found, limit));
    }

    @Operation(operationId = "getFaq", summary = "One question and its answer")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/{id}")
    Mono<FaqView> get(Member member, @PathVariable FaqId id) {
        return transaction
                .in(member.tenant(), faqs.find(id))
                .map(Faqs.Kept::toView)
                .switchIfEmpty(Mono.error(FaqUnknown::new));
    }

    @Operation(
            operationId = "addFaq",
            summary = "Answers another question, behind the others",
            description = "The same Idempotency-Key gives the same FAQ, however often it is sent.")
    @Needs(Right.MANAGE_FAQS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<FaqView> add(
            Member member,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid FaqRequest request) {
        return edit.add(member, request, key);
    }

    @Operation(operationId = "changeFaq", summary = "Changes a FAQ, whole; its place stays")
    @Needs(Right.MANAGE_FAQS)
    @PutMapping("/{id}")
    Mono<FaqView> change(Member member, @PathVariable FaqId id, @RequestBody @Valid FaqRequest request) {
        return edit.change(member, id, request);
    }

    @Operation(operationId = "deleteFaq", summary = "Answers a question no longer")
    @Needs(Right.MANAGE_FAQS)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> delete(Member member, @PathVariable FaqId id, @RequestParam(required = false) @Nullable Long version) {
        return edit.delete(member, id, version);
    }

    @Operation(operationId = "orderFaqs", summary = "Puts all FAQs in this order")
    @Needs(Right.MANAGE_FAQS)
    @PutMapping("/order")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> order(Member member, @RequestBody @Valid FaqOrderRequest request) {
        return edit.order(member, request.ids());
    }

    @Operation(
            operationId = "listReadyFaqs",
            summary = "The ready FAQs of the trade, as they would be saved",
            description =
                    "Blanks are filled from hours, address and prices; those that cannot be are named as missing.")
    @Needs(Right.SEE_WORKSPACE)
    @GetMapping("/ready")
    Mono<ReadyFaqs> ready(Member member) {
        return ready.preview(member.tenant());
    }

    @Operation(
            operationId = "saveReadyFaqs",
            summary = "Saves ready FAQs of the trade; what is there already is left alone")
    @Needs(Right.MANAGE_FAQS)
    @PostMapping("/ready")
    Mono<ReadyFaqs> saveReady(Member member, @RequestBody @Valid ReadyFaqsRequest request) {
        return ready.save(member, request.keys());
    }
}
