package fr.accueil.conversation.conversation;

import fr.accueil.conversation.team.Masks;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ConversationId;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The inbox.
@RestController
@RequestMapping("/api/conversations")
class ConversationController {

    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final ChangeConversation change;
    private final Masks masks;

    ConversationController(
            TenantTransaction transaction, Conversations conversations, ChangeConversation change, Masks masks) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.change = change;
        this.masks = masks;
    }

    @Operation(operationId = "listConversations", summary = "The inbox, latest first")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @GetMapping
    Mono<ConversationPage> list(
            Member member,
            @RequestParam(required = false) ChangeEvent.@Nullable Status status,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Size(max = 200, message = "La recherche dépasse 200 caractères.") @Nullable
                    String q,
            @Schema(allowableValues = "latest")
                    @RequestParam(defaultValue = "latest")
                    @Pattern(regexp = "latest", message = "Le seul tri possible est « latest ».")
                    String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        if (assignee != null && !assignee.isBlank()) {
            throw new AssigneeUnknown();
        }
        var query = InboxQuery.of(status, q, PageCursor.parse(cursor));
        return transaction
                .in(
                        member.tenant(),
                        masks.areFor(member).flatMap(masked -> conversations.findLatest(query, limit + 1, masked)))
                .map(found -> ConversationPage.of(found, limit));
    }

    @Operation(operationId = "getConversation", summary = "One row of the inbox")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @GetMapping("/{id}")
    Mono<ChangeEvent.Conversation> get(Member member, @PathVariable ConversationId id) {
        return transaction.in(member.tenant(), conversations.load(id)).mapNotNull(ConversationController::toView);
    }

    @Operation(operationId = "readConversation", summary = "A person has seen everything up to now")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @PostMapping("/{id}/read")
    Mono<ChangeEvent.Conversation> read(Member member, @PathVariable ConversationId id) {
        return transaction
                .in(
                        member.tenant(),
                        conversations
                                .lock(id)
                                .flatMap(it -> change.change(it, new ConversationCommand.MarkRead(), null)))
                .mapNotNull(ConversationController::toView);
    }

    private static ChangeEvent.@Nullable Conversation toView(Conversation conversation) {
        return conversation.view().orElse(null);
    }
}
