package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.Person;
import fr.accueil.conversation.conversation.ConversationCommand.Write;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.conversation.Correspondent;
import fr.accueil.conversation.team.Member;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A person writes to a customer: recorded, put in the queue to be sent, and a take-over while no person leads.
@Component
class WriteMessage {

    /// More unanswered messages than one reply can reasonably be said to answer.
    private static final int MOST_ANSWERED = 100;

    private final TenantTransaction transaction;
    private final Conversations conversations;
    private final Messages messages;
    private final Answered answered;
    private final IdempotencyKeys keys;
    private final ChangeConversation change;
    private final OutboundTopic outbound;
    private final Clock clock;

    WriteMessage(
            TenantTransaction transaction,
            Conversations conversations,
            Messages messages,
            Answered answered,
            IdempotencyKeys keys,
            ChangeConversation change,
            OutboundTopic outbound,
            Clock clock) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.messages = messages;
        this.answered = answered;
        this.keys = keys;
        this.change = change;
        this.outbound = outbound;
        this.clock = clock;
    }

    /// @param key what the sender calls this attempt: the same key gives the same message, however often it is sent
    Mono<Message> write(Member member, ConversationId id, String body, @Nullable String key) {
        var fresh = MessageId.of(Ids.next());
        return transaction.in(
                member.tenant(),
                conversations
                        .lock(id)
                        .flatMap(conversation -> claim(member, id, body, key, fresh)
                                .flatMap(claimed -> claimed.equals(fresh)
                                        ? write(member, conversation, fresh, Storable.text(body))
                                        : messages.find(claimed))));
    }

    private Mono<MessageId> claim(
            Member member, ConversationId id, String body, @Nullable String key, MessageId fresh) {
        return key == null
                ? Mono.just(fresh)
                : keys.claim(member, key, id + "\n" + body, fresh.value()).map(MessageId::of);
    }

    private Mono<Message> write(Member member, Conversation conversation, MessageId id, String body) {
        var now = clock.instant();
        var until = conversation.activity().freeTextUntil();
        if (until == null || !now.isBefore(until)) {
            return Mono.error(new WindowClosed());
        }
        return messages.findUnanswered(conversation.id(), MOST_ANSWERED)
                .map(answers -> toMessage(member, conversation, id, body, answers, now))
                .flatMap(message -> send(member, conversation, message, until));
    }

    private Mono<Message> send(Member member, Conversation conversation, Message message, Instant until) {
        var person = new Person(member.subject(), member.name());
        UUID id = message.id().value();
        return messages.insert(conversation.id(), message, null)
                .then(Mono.defer(() -> answered.name(conversation.id(), message.answers(), id)))
                .then(Mono.defer(
                        () -> change.change(conversation, List.of(new Write(message, person)), List.of(message), null)))
                .flatMap(after -> outbound.send(after, correspondentOf(after), message, until))
                .thenReturn(message);
    }

    private static Correspondent correspondentOf(Conversation conversation) {
        return Objects.requireNonNull(conversation.correspondent(), "a conversation that can be locked has one");
    }

    /// Stands after everything that the person can have seen.
    private static Message toMessage(
            Member member, Conversation conversation, MessageId id, String body, List<MessageId> answers, Instant now) {
        var last = conversation.activity().lastActivityAt().plus(1, ChronoUnit.MICROS);
        return NewMessage.written(
                id,
                Author.person(member.subject(), member.name()),
                body,
                now.isAfter(last) ? now : last,
                answers,
                0,
                null);
    }
}
