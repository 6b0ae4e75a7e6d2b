package fr.accueil.conversation.transcript;

import fr.accueil.conversation.contact.Contact;
import fr.accueil.conversation.contact.Contacts;
import fr.accueil.conversation.contact.ErasedCustomers;
import fr.accueil.conversation.contact.Recognised;
import fr.accueil.conversation.conversation.ChangeConversation;
import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.ConversationCommand;
import fr.accueil.conversation.conversation.ConversationCommand.HearCustomer;
import fr.accueil.conversation.conversation.ConversationCommand.ShowAgain;
import fr.accueil.conversation.conversation.Conversations;
import fr.accueil.conversation.conversation.Correspondent;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.Envelope;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Records what a customer wrote, once, at its own time, however late or often it comes.
@Component
class RecordInbound {

    /// WhatsApp's customer service window, less a margin for the way to the phone.
    private static final Duration FREE_TEXT = Duration.ofHours(24).minusMinutes(5);

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Conversations conversations;
    private final Contacts contacts;
    private final ErasedCustomers erased;
    private final Messages messages;
    private final Attachments attachments;
    private final Quotes quotes;
    private final ChangeConversation change;
    private final Unanswered unanswered;
    private final Counter recovered;

    RecordInbound(
            TenantTransaction transaction,
            Inbox inbox,
            Conversations conversations,
            Contacts contacts,
            ErasedCustomers erased,
            Messages messages,
            Attachments attachments,
            Quotes quotes,
            ChangeConversation change,
            Unanswered unanswered,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.conversations = conversations;
        this.contacts = contacts;
        this.erased = erased;
        this.messages = messages;
        this.attachments = attachments;
        this.quotes = quotes;
        this.change = change;
        this.unanswered = unanswered;
        this.recovered = meters.counter("accueil.messages.recovered");
    }

    Mono<Void> record(Envelope envelope, MessageReceived heard) {
        var received = Storable.of(heard);
        var tenant = envelope.requireTenant();
        return transaction
                .in(
                        tenant,
                        inbox.first(InboundListener.ID, envelope.id())
                                .filter(first -> first)
                                .filterWhen(_ -> erased.cover(tenant, received.customer(), envelope.time())
                                        .map(gone -> !gone))
                                .flatMap(_ -> conversations.lockToRead(envelope))
                                .filterWhen(_ -> messages.find(received.message())
                                        .hasElement()
                                        .map(known -> !known))
                                .flatMap(conversation -> toMessage(received, envelope.time())
                                        .flatMap(message -> record(conversation, message, received)))
                                .delayUntil(_ -> unanswered.watch(tenant, received.message())))
                .doOnNext(_ -> {
                    if (received.recovered()) {
                        recovered.increment();
                    }
                })
                .then();
    }

    private Mono<Message> toMessage(MessageReceived received, Instant at) {
        return attachments
                .expect(received.message(), received.media())
                .flatMap(media -> quotes.find(received.conversation(), received.repliedTo())
                        .map(quote -> NewMessage.received(received, at, media, quote))
                        .switchIfEmpty(Mono.fromSupplier(() -> NewMessage.received(received, at, media, null))));
    }

    private Mono<Conversation> record(Conversation conversation, Message message, MessageReceived received) {
        return messages.insert(conversation.id(), message, received)
                .then(Mono.defer(() -> recognise(conversation, message, received)))
                .flatMap(from -> otherwiseMoved(message).flatMap(moved -> hear(conversation, message, from, moved)));
    }

    /// The messages that this one moves: answers that were recorded before it, and quotes of it.
    private Mono<List<Message>> otherwiseMoved(Message message) {
        return pushAnswersBehind(message)
                .flatMap(pushed -> quotes.complete(message)
                        .map(quoting ->
                                Stream.concat(pushed.stream(), quoting.stream()).toList()));
    }

    private Mono<Correspondent> recognise(Conversation conversation, Message message, MessageReceived received) {
        var known = conversation.correspondent();
        var newest = conversation.activity().freeTextUntil();
        var latest = newest == null || !windowEnd(message).isBefore(newest);
        return contacts.recognise(known == null ? null : known.contact(), received.customer(), latest)
                .delayUntil(it -> tellMoved(it, message))
                .map(it -> toCorrespondent(it.contact(), received));
    }

    private Mono<Void> tellMoved(Recognised recognised, Message message) {
        return Flux.fromIterable(recognised.moved())
                .concatMap(id -> change.tellAgain(id, message.id().value()))
                .then();
    }

    private static Instant windowEnd(Message message) {
        return message.at().plus(FREE_TEXT);
    }

    /// An answer may have been recorded before its question: it never stands before it.
    private Mono<List<Message>> pushAnswersBehind(Message message) {
        return messages.findAnswersBefore(message.id(), message.at())
                .map(answers -> behind(message.at(), answers))
                .delayUntil(pushed -> Flux.fromIterable(pushed).concatMap(messages::update));
    }

    private Mono<Conversation> hear(
            Conversation conversation, Message message, Correspondent from, List<Message> pushed) {
        var heard = new HearCustomer(message, from, windowEnd(message));
        var commands = Stream.<ConversationCommand>concat(
                        Stream.of(heard), pushed.stream().map(ShowAgain::new))
                .toList();
        var moved = Stream.concat(Stream.of(message), pushed.stream()).toList();
        return change.change(conversation, commands, moved, message.id().value());
    }

    private static List<Message> behind(Instant question, List<Message> answers) {
        return Stream.iterate(0, i -> i < answers.size(), i -> i + 1)
                .map(i -> Revision.of(answers.get(i))
                        .at(question.plus(i + 1, ChronoUnit.MICROS))
                        .done())
                .toList();
    }

    private static Correspondent toCorrespondent(Contact contact, MessageReceived received) {
        var card = new ChangeEvent.Contact(contact.name(), contact.phone(), contact.address());
        return new Correspondent(received.channel(), contact.id(), card);
    }
}
