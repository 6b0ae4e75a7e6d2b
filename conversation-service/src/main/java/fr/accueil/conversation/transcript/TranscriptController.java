package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.register.Register;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What was said in one conversation.
@RestController
@RequestMapping("/api/conversations/{id}/messages")
class TranscriptController {

    private static final String KEY = "La clé d'idempotence a de 1 à 200 caractères.";
    private static final String LIMIT = "La limite va de 1 à 500.";

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final Messages messages;
    private final Register register;
    private final WriteMessage write;
    private final ResendMessage resend;

    TranscriptController(
            TenantTransaction transaction,
            Conversations conversations,
            Messages messages,
            Register register,
            WriteMessage write,
            ResendMessage resend) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.messages = messages;
        this.register = register;
        this.write = write;
        this.resend = resend;
    }

    @Operation(operationId = "listMessages", summary = "The messages of a conversation, newest first")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @GetMapping
    Mono<MessagePage> list(
            Member member,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(value = 1, message = LIMIT) @Max(value = 500, message = LIMIT)
                    int limit) {
        var after = PageCursor.parse(cursor);
        return transaction
                .in(
                        member.tenant(),
                        conversations
                                .load(id)
                                .delayUntil(_ -> after == null ? register.opened(member, id) : Mono.empty())
                                .flatMap(_ -> messages.findLatest(id, after, limit + 1)))
                .map(found -> MessagePage.of(found, limit));
    }

    @Operation(
            operationId = "writeMessage",
            summary = "Writes to the customer; a take-over while no person leads",
            description = "The same Idempotency-Key gives the same message, however often it is sent.")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Message> write(
            Member member,
            @PathVariable ConversationId id,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key,
            @RequestBody @Valid WriteRequest request) {
        return write.write(member, id, request.toDraft(), key);
    }

    @Operation(
            operationId = "resendMessage",
            summary = "Sends a refused message again",
            description = "The same Idempotency-Key asks once, however often it is sent.")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @PostMapping("/{message}/resend")
    Mono<Message> resend(
            Member member,
            @PathVariable ConversationId id,
            @PathVariable MessageId message,
            @RequestHeader(name = "Idempotency-Key", required = false)
                    @Size(min = 1, max = 200, message = KEY)
                    @Nullable
                    String key) {
        return resend.resend(member, id, message, key);
    }
}
