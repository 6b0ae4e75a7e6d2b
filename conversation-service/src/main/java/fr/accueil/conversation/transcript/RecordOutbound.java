package fr.accueil.conversation.transcript;

import fr.accueil.conversation.contact.Contact;
import fr.accueil.conversation.contact.Contacts;
import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand;
import fr.accueil.conversation.conversation.ConversationCommand.RecordReply;
import fr.accueil.conversation.conversation.ConversationCommand.ShowAgain;
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
import java.util.UUID;
import java.util.stream.Stream;
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
    private final HearNews news;
    private final Answered answered;
    private final Quotes quotes;
    private final ChangeConversation change;

    RecordOutbound(
            TenantTransaction transaction,
            Inbox inbox,
            Conversations conversations,
            Contacts contacts,
            Messages messages,
            EarlyNews earlyNews,
            HearNews news,
            Answered answered,
            Quotes quotes,
            ChangeConversation change) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.conversations = conversations;
        this.contacts = contacts;
        this.messages = messages;
        this.earlyNews = earlyNews;
        this.news = news;
        this.answered = answered;
        this.quotes = quotes;
        this.change = change;
    }

    Mono<Void> record(Envelope envelope, SendMessage heard) {
        var send = Storable.of(heard);
        var tenant = envelope.requireTenant();
        return transaction.in(
                tenant,
                inbox.first(OutboundListener.ID, envelope.id())
                        .filter(first -> first)
                        .flatMap(_ -> conversations.lockOrOpen(tenant, send.conversation()))
                        .flatMap(conversation -> messages.find(send.message())
                                .hasElement()
                                .flatMap(known -> known
                                        ? repeat(conversation, envelope, send)
                                        : record(conversation, envelope, send)))
                        .then());
    }

    /// Asked for again: what this service asked for itself it knows already.
    private Mono<Conversation> repeat(Conversation conversation, Envelope envelope, SendMessage send) {
        return news.hear(conversation, send.message(), News.of(Delivery.queued(send.round())), envelope.id());
    }

    private Mono<Conversation> record(Conversation conversation, Envelope envelope, SendMessage send) {
        return messages.findLatestTime(send.answers())
                .map(question -> later(envelope.time(), question.plus(1, ChronoUnit.MICROS)))
                .defaultIfEmpty(envelope.time())
                .map(at -> toMessage(send, at))
                .flatMap(message -> earlyNews
                        .take(message.id())
                        .flatMap(early -> record(conversation, envelope, send, message, early)));
    }

    private Mono<Conversation> record(
            Conversation conversation, Envelope envelope, SendMessage send, Message written, News early) {
        var message = early.onto(written);
        return messages.insert(conversation.id(), message, null)
                .then(Mono.defer(() -> nameAnswered(send, message)))
                .then(Mono.defer(() -> correspondentOf(conversation, send)))
                .flatMap(to -> quotes.complete(message)
                        .flatMap(quoting -> show(conversation, message, to, quoting, envelope.id())));
    }

    private Mono<Conversation> show(
            Conversation conversation, Message message, Correspondent to, List<Message> quoting, UUID causedBy) {
        var commands = Stream.<ConversationCommand>concat(
                        Stream.of(new RecordReply(message, to)),
                        quoting.stream().map(ShowAgain::new))
                .toList();
        var moved = Stream.concat(Stream.of(message), quoting.stream()).toList();
        return change.change(conversation, commands, moved, causedBy);
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
