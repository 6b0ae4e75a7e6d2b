package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.Person;
import fr.accueil.conversation.conversation.ConversationCommand.Write;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.team.Member;
import fr.accueil.conversation.template.Rendered;
import fr.accueil.conversation.template.Templates;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.MessageId;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    private final MaySend maySend;
    private final Templates templates;
    private final ChangeConversation change;
    private final OutboundTopic outbound;
    private final Clock clock;

    WriteMessage(
            TenantTransaction transaction,
            Conversations conversations,
            Messages messages,
            Answered answered,
            IdempotencyKeys keys,
            MaySend maySend,
            Templates templates,
            ChangeConversation change,
            OutboundTopic outbound,
            Clock clock) {
        this.transaction = transaction;
        this.conversations = conversations;
        this.messages = messages;
        this.answered = answered;
        this.keys = keys;
        this.maySend = maySend;
        this.templates = templates;
        this.change = change;
        this.outbound = outbound;
        this.clock = clock;
    }

    /// @param key what the sender calls this attempt: the same key gives the same message, however often it is sent
    Mono<Message> write(Member member, ConversationId id, Draft draft, @Nullable String key) {
        var fresh = MessageId.of(Ids.next());
        return transaction.in(
                member.tenant(),
                conversations
                        .lock(id)
                        .flatMap(conversation -> claim(member, id, draft, key, fresh)
                                .flatMap(claimed -> claimed.equals(fresh)
                                        ? write(member, conversation, fresh, draft)
                                        : messages.find(claimed))));
    }

    private Mono<MessageId> claim(
            Member member, ConversationId id, Draft draft, @Nullable String key, MessageId fresh) {
        return key == null
                ? Mono.just(fresh)
                : keys.claim(member, key, id + "\n" + draft.fingerprint(), fresh.value())
                        .map(MessageId::of);
    }

    private Mono<Message> write(Member member, Conversation conversation, MessageId id, Draft draft) {
        return maySend.check(conversation, draft.templateOrNull())
                .then(Mono.fromSupplier(() -> read(conversation, draft)))
                .flatMap(text -> messages.findUnanswered(conversation.id(), MOST_ANSWERED)
                        .map(answers -> toMessage(member, conversation, id, text, answers)))
                .flatMap(message -> send(member, conversation, message));
    }

    private Rendered read(Conversation conversation, Draft draft) {
        return switch (draft) {
            case Draft.FreeText(var body) -> new Rendered(body, null);
            case Draft.FromTemplate(var template) ->
                templates.render(
                        conversation.tenant(),
                        conversation.requireCorrespondent().channel(),
                        template);
        };
    }

    private Mono<Message> send(Member member, Conversation conversation, Message message) {
        var person = new Person(member.subject(), member.name());
        UUID id = message.id().value();
        return messages.insert(conversation.id(), message, null)
                .then(Mono.defer(() -> answered.name(conversation.id(), message.answers(), id)))
                .then(Mono.defer(
                        () -> change.change(conversation, List.of(new Write(message, person)), List.of(message), null)))
                .flatMap(after -> outbound.send(after, message, id))
                .thenReturn(message);
    }

    /// Stands after everything that the person can have seen.
    private Message toMessage(
            Member member, Conversation conversation, MessageId id, Rendered text, List<MessageId> answers) {
        var now = clock.instant();
        var last = conversation.activity().lastActivityAt().plus(1, ChronoUnit.MICROS);
        return NewMessage.written(
                id,
                Author.person(member.subject(), member.name()),
                text.body(),
                now.isAfter(last) ? now : last,
                answers,
                0,
                text.template());
    }
}
