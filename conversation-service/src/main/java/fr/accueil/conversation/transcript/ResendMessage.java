package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.ShowAgain;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.platform.database.TenantTransaction;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A person asks for a refused message again (*Renvoyer*): the same message, one round higher.
@Component
class ResendMessage {

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final Messages messages;
    private final Answered answered;
    private final IdempotencyKeys keys;
    private final MaySend maySend;
    private final ChangeConversation change;
    private final OutboundTopic outbound;

    ResendMessage(
            TenantTransaction transaction,
            Conversations conversations,
            Messages messages,
            Answered answered,
            IdempotencyKeys keys,
            MaySend maySend,
            ChangeConversation change,
            OutboundTopic outbound) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.messages = messages;
        this.answered = answered;
        this.keys = keys;
        this.maySend = maySend;
        this.change = change;
        this.outbound = outbound;
    }

    /// @param key the same key asks once, however often it is sent
    Mono<Message> resend(Member member, ConversationId id, MessageId message, @Nullable String key) {
        var repetition = Ids.next();
        return transaction.in(
                member.tenant(),
                conversations
                        .lock(id)
                        .flatMap(conversation -> loadOf(conversation, message)
                                .flatMap(refused -> claim(member, message, key, repetition)
                                        .flatMap(claimed -> claimed.equals(repetition)
                                                ? resend(conversation, refused, repetition)
                                                : Mono.just(refused)))));
    }

    private Mono<Message> loadOf(Conversation conversation, MessageId message) {
        return messages.findConversation(message)
                .filter(conversation.id()::equals)
                .flatMap(_ -> messages.find(message))
                .switchIfEmpty(Mono.error(MessageUnknown::new));
    }

    private Mono<UUID> claim(Member member, MessageId message, @Nullable String key, UUID repetition) {
        return key == null ? Mono.just(repetition) : keys.claim(member, key, "resend\n" + message, repetition);
    }

    private Mono<Message> resend(Conversation conversation, Message refused, UUID repetition) {
        if (!refused.resendable()) {
            return Mono.error(new NotResendable());
        }
        var again = Revision.of(refused)
                .delivery(Delivery.queued(refused.round() + 1))
                .done();
        return maySend.check(conversation, again.template())
                .then(messages.update(again))
                .then(Mono.defer(() -> answered.name(
                        conversation.id(), again.answers(), again.id().value())))
                .then(Mono.defer(
                        () -> change.change(conversation, List.of(new ShowAgain(again)), List.of(again), null)))
                .flatMap(after -> outbound.send(after, again, repetition))
                .thenReturn(again);
    }
}
