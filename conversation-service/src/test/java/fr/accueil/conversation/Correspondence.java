package fr.accueil.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.AssistantEvent.HandoverRequested;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.Conversation;
import fr.accueil.events.ChangeEvent.ConversationChanged;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.MessageChanged;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.testing.Events;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/// One customer's thread with one business: what the other services say of it, and what is told of it in return.
public final class Correspondence {

    private static final URI ELSEWHERE = URI.create("/test");

    private final Salon salon;
    private final Events events;
    private final @Nullable String name;
    private final String phone;
    private final ConversationId id;
    private final Clock clock = Clock.systemUTC();

    Correspondence(Salon salon, Events events, @Nullable String name, String phone) {
        this.salon = salon;
        this.events = events;
        this.name = name;
        this.phone = phone;
        this.id = Ids.ofConversation(salon.channel().id(), phone);
    }

    public ConversationId id() {
        return id;
    }

    /// E.164.
    public String phone() {
        return phone;
    }

    public TenantId tenant() {
        return salon.id();
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// Writes, and waits until it is recorded.
    public MessageId says(String body) {
        return says(body, now());
    }

    public MessageId says(String body, Instant at) {
        return sends(Received.text(body), at).id();
    }

    public Envelope received(String body, Instant at) {
        return received(Received.text(body), at);
    }

    public Envelope received(Received what, Instant at) {
        var data = what.toEvent(
                id,
                salon.channel().id(),
                salon.channel().accountSid(),
                new Customer("whatsapp:" + phone, phone, null, name));
        return envelope(data.message().value(), at, data);
    }

    /// Sends something, and waits until it is recorded.
    public Message sends(Received what) {
        return sends(what, now());
    }

    public Message sends(Received what, Instant at) {
        var received = received(what, at);
        events.publish(Topic.INBOUND, received);
        return awaitMessage(it -> it.id().value().equals(received.id()));
    }

    public Envelope answer(String body, Instant at, List<MessageId> answers) {
        var message = MessageId.of(Ids.next());
        var data = new SendMessage(
                message,
                id,
                salon.channel().id(),
                "whatsapp:" + phone,
                body,
                Author.assistant(),
                answers,
                1,
                at.plus(Duration.ofHours(23)),
                null,
                0);
        return envelope(message.value(), at, data);
    }

    /// The assistant answers, and the answer is recorded.
    public MessageId isAnswered(String body, MessageId... answers) {
        var answer = answer(body, now(), List.of(answers));
        events.publish(Topic.OUTBOUND, answer);
        awaitMessage(it -> it.id().value().equals(answer.id()));
        return MessageId.of(answer.id());
    }

    public Conversation isHandedOver(HandoverReason reason, MessageId... answers) {
        tell(Topic.ASSISTANT, new HandoverRequested(id, List.of(answers), reason, null, null, 1, false));
        return awaitRow(Conversation::awaitingPerson);
    }

    /// Another service says something of this thread.
    public Envelope tell(Topic topic, AccueilEvent data) {
        var envelope = envelope(Ids.next(), now(), data);
        events.publish(topic, envelope);
        return envelope;
    }

    public Envelope envelope(UUID eventId, Instant at, AccueilEvent data) {
        return new Envelope(eventId, ELSEWHERE, at, id.toString(), salon.id(), null, data);
    }

    public Message awaitMessage(Predicate<Message> fits) {
        return events.await(
                        Topic.CHANGES,
                        MessageChanged.class,
                        it -> it.conversation().equals(id) && fits.test(it.message()))
                .message();
    }

    public Conversation awaitRow(Predicate<Conversation> fits) {
        return events.await(
                        Topic.CHANGES,
                        ConversationChanged.class,
                        it -> it.conversation().id().equals(id) && fits.test(it.conversation()))
                .conversation();
    }

    /// What was told of this thread so far.
    public <T extends AccueilEvent> List<T> told(Topic topic, Class<T> type) {
        return events.seen(topic).stream()
                .filter(it -> it.subject().equals(id.toString()))
                .map(Envelope::data)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public Conversation row() {
        return get("/api/conversations/{id}", Conversation.class);
    }

    /// What was said, the earliest first.
    public List<Message> transcript() {
        return get("/api/conversations/{id}/messages", Transcript.class).items().reversed();
    }

    private <T> T get(String path, Class<T> type) {
        var body = salon.asSophie(HttpMethod.GET, path, id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return body;
    }

    record Transcript(List<Message> items) {}
}
