package fr.accueil.conversation.takeover;

import static fr.accueil.conversation.audit.Action.CONVERSATION_HANDED_BACK;
import static fr.accueil.conversation.audit.Action.CONVERSATION_TAKEN_OVER;

import fr.accueil.conversation.audit.Action;
import fr.accueil.conversation.audit.AuditLog;
import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand;
import fr.accueil.conversation.conversation.ConversationCommand.HandBack;
import fr.accueil.conversation.conversation.ConversationCommand.Person;
import fr.accueil.conversation.conversation.ConversationCommand.TakeOver;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.team.Needs;
import fr.accueil.conversation.team.Right;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ConversationId;
import fr.accueil.platform.database.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who speaks for the business, as a person decides it.
@RestController
@RequestMapping("/api/conversations/{id}")
class TakeoverController {

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final ChangeConversation change;
    private final AwaitFence fence;
    private final AuditLog audit;

    TakeoverController(
            TenantTransaction transaction,
            Conversations conversations,
            ChangeConversation change,
            AwaitFence fence,
            AuditLog audit) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.change = change;
        this.fence = fence;
        this.audit = audit;
    }

    @Operation(
            operationId = "takeOver",
            summary = "The person leads from now on; the assistant is silent",
            description =
                    "Answers once nothing of the assistant's can go out any more, or after 3 s with leaderChanging.")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @PostMapping("/takeover")
    Mono<ChangeEvent.Conversation> takeOver(Member member, @PathVariable ConversationId id) {
        return apply(member, id, new TakeOver(new Person(member.subject(), member.name())), CONVERSATION_TAKEN_OVER)
                .flatMap(fence::await)
                .mapNotNull(TakeoverController::toView);
    }

    @Operation(operationId = "handBack", summary = "The assistant leads again")
    @Needs(Right.HANDLE_CONVERSATIONS)
    @PostMapping("/handback")
    Mono<ChangeEvent.Conversation> handBack(Member member, @PathVariable ConversationId id) {
        return apply(member, id, new HandBack(), CONVERSATION_HANDED_BACK).mapNotNull(TakeoverController::toView);
    }

    /// What changes nothing is not written down.
    private Mono<Conversation> apply(Member member, ConversationId id, ConversationCommand command, Action action) {
        return transaction.in(
                member.tenant(),
                conversations
                        .lock(id)
                        .flatMap(before -> change.change(before, command, null)
                                .delayUntil(after -> after.version() == before.version()
                                        ? Mono.empty()
                                        : audit.record(member, action, id, nameOf(after)))));
    }

    private static String nameOf(Conversation conversation) {
        return conversation
                .view()
                .map(ChangeEvent.Conversation::customer)
                .map(it -> it.name() == null ? it.address() : it.name())
                .orElse("");
    }

    private static ChangeEvent.@Nullable Conversation toView(Conversation conversation) {
        return conversation.view().orElse(null);
    }
}
