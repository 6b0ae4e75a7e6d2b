package fr.accueil.conversation.transcript;

import fr.accueil.conversation.contact.Contact;
import fr.accueil.conversation.contact.Contacts;
import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand.RecordReply;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.conversation.Correspondent;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Records what was written to a customer, once. What this service wrote itself is there already.
@Component
class RecordOutbound {

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Conversations conversations;
    private final Contacts contacts;
    private final Messages messages;
    private final EarlyNews earlyNews;
    private final Answered answered;
    private final ChangeConversation change;

    RecordOutbound(
            TenantTransaction transaction,
            Inbox inbox,
            Conversations conversations,
            Contacts contacts,
            Messages messages,
            EarlyNews earlyNews,
            Answered answered,
            ChangeConversation change) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.conversations = conversations;
        this.contacts = contacts;
        this.messages = messages;
        this.earlyNews = earlyNews;
        this.answered = answered;
        this.change = change;
    }

    Mono<Void> record(Envelope envelope, SendMessage heard) {
        var send = Storable.of(heard, SendMessage.class);
        var tenant = envelope.requireTenant();
        return transaction.in(
                tenant,
                inbox.first(OutboundListener.ID, envelope.id())
                        .filter(first -> first)
                        .flatMap(_ -> conversations.lockOrOpen(tenant, send.conversation()))
                        .filterWhen(
                                _ -> messages.find(send.message()).hasElement().map(known -> !known))
                        .flatMap(conversation -> record(conversation, envelope, send))
                        .then());
    }

    private Mono<Conversation> record(Conversation conversation, Envelope envelope, SendMessage send) {
        return messages.findLatestTime(send.answers())
                .map(question -> later(envelope.time(), question.plus(1, ChronoUnit.MICROS)))
                .defaultIfEmpty(envelope.time())
                .map(at -> toMessage(send, at))
                .flatMap(message -> earlyNews
                        .take(message.id())
                        .flatMap(news -> record(conversation, envelope, send, message, news)));
    }

    private Mono<Conversation> record(
            Conversation conversation, Envelope envelope, SendMessage send, Message written, News news) {
        var message = news.onto(written);
        return messages.insert(conversation.id(), message, news.providerSid(), null)
                .then(Mono.defer(() -> nameAnswered(send, message)))
                .then(Mono.defer(() -> correspondentOf(conversation, send)))
                .flatMap(to -> change.change(
                        conversation, List.of(new RecordReply(message, to)), List.of(message), envelope.id()));
    }

    private Mono<Void> nameAnswered(SendMessage send, Message message) {
        return message.status() == DeliveryStatus.REFUSED
                ? answered.withdraw(message.id())
                : answered.name(
                        send.conversation(), send.answers(), message.id().value());
    }

    private Mono<Correspondent> correspondentOf(Conversation conversation, SendMessage send) {
        return Mono.justOrEmpty(conversation.correspondent())
                .switchIfEmpty(
                        Mono.defer(() -> contacts.recognise(send.to()).map(contact -> toCorrespondent(contact, send))));
    }

    private static Correspondent toCorrespondent(Contact contact, SendMessage send) {
        var card = new ChangeEvent.Contact(contact.name(), contact.phone(), contact.address());
        return new Correspondent(send.channel(), contact.id(), card);
    }

    private static Message toMessage(SendMessage send, Instant at) {
        return NewMessage.written(
                send.message(), send.author(), send.body(), at, send.answers(), send.round(), send.template());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
