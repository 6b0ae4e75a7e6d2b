package fr.accueil.conversation.transcript;

import fr.accueil.conversation.contact.Contact;
import fr.accueil.conversation.contact.Contacts;
import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand;
import fr.accueil.conversation.conversation.ConversationCommand.RecordReply;
import fr.accueil.conversation.conversation.ConversationCommand.ShowAgain;
import fr.accueil.conversation.conversation.Correspondent;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.SendMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Records what was written to a customer, once. What this service wrote itself is there already. In the transaction
/// that
/// holds the conversation's lock.
@Component
class RecordOutbound {

    private final Contacts contacts;
    private final Messages messages;
    private final EarlyNews earlyNews;
    private final HearNews news;
    private final Answered answered;
    private final AnsweredOnce answeredOnce;
    private final Quotes quotes;
    private final ChangeConversation change;

    RecordOutbound(
            Contacts contacts,
            Messages messages,
            EarlyNews earlyNews,
            HearNews news,
            Answered answered,
            AnsweredOnce answeredOnce,
            Quotes quotes,
            ChangeConversation change) {
        this.contacts = contacts;
        this.messages = messages;
        this.earlyNews = earlyNews;
        this.news = news;
        this.answered = answered;
        this.answeredOnce = answeredOnce;
        this.quotes = quotes;
        this.change = change;
    }

    Mono<Conversation> record(Conversation conversation, Envelope envelope, SendMessage send) {
        return messages.find(send.message())
                .hasElement()
                .flatMap(known ->
                        known ? repeat(conversation, envelope, send) : recordFirst(conversation, envelope, send));
    }

    /// Asked for again: what this service asked for itself it knows already.
    private Mono<Conversation> repeat(Conversation conversation, Envelope envelope, SendMessage send) {
        return news.hear(conversation, send.message(), News.of(Delivery.queued(send.round())), envelope.id());
    }

    private Mono<Conversation> recordFirst(Conversation conversation, Envelope envelope, SendMessage send) {
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
                .flatMap(to -> otherwiseMoved(conversation, message)
                        .flatMap(others -> show(conversation, message, to, others, envelope.id())));
    }

    private Mono<List<Message>> otherwiseMoved(Conversation conversation, Message message) {
        return quotes.complete(message)
                .flatMap(quoting -> answeredOnce
                        .judge(conversation.id(), message)
                        .map(less ->
                                Stream.concat(quoting.stream(), less.stream()).toList()));
    }

    private Mono<Conversation> show(
            Conversation conversation, Message message, Correspondent to, List<Message> others, UUID causedBy) {
        var commands = Stream.<ConversationCommand>concat(
                        Stream.of(new RecordReply(message, to)), others.stream().map(ShowAgain::new))
                .toList();
        var moved = Stream.concat(Stream.of(message), others.stream()).toList();
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
