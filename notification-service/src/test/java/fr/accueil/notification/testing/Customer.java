package fr.accueil.notification.testing;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.Author;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.LeadFenced;
import fr.accueil.events.DeliveryEvent.MessageNews;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.OutboundEvent.ResumeReason;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.ShowTyping;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.twilio.TwilioStub.Posted;
import fr.accueil.platform.testing.Events;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One customer's conversation with a business, as the other services speak of it on Kafka.
public final class Customer {

    private static final URI ROUTER = URI.create("/ai-router");
    private static final URI CONVERSATIONS = URI.create("/conversation-service");

    private final Events events;
    private final TenantId tenant;
    private final ChannelId channel;
    private final String address;
    private final ConversationId conversation;

    public Customer(Events events, TenantId tenant, ChannelId channel, String address) {
        this(events, tenant, channel, address, ConversationId.of(Ids.next()));
    }

    private Customer(Events events, TenantId tenant, ChannelId channel, String address, ConversationId conversation) {
        this.conversation = conversation;
        this.events = events;
        this.tenant = tenant;
        this.channel = channel;
        this.address = address;
    }

    public String address() {
        return address;
    }

    public ConversationId conversation() {
        return conversation;
    }

    public TenantId tenant() {
        return tenant;
    }

    /// The same customer, as another business's event would name them.
    public Customer of(TenantId other) {
        return new Customer(events, other, channel, address);
    }

    /// The same customer and conversation, addressed otherwise.
    public Customer at(String other) {
        return new Customer(events, tenant, channel, other, conversation);
    }

    public MessageId isAnsweredByTheAssistant(String text, long leaderNumber) {
        return isWritten(text, Author.assistant(), leaderNumber, Instant.now().plus(Duration.ofHours(23)));
    }

    public MessageId isAnsweredByTheAssistant(String text) {
        return isAnsweredByTheAssistant(text, 1);
    }

    public MessageId isAnsweredBySophie(String text) {
        return isWritten(
                text, Author.person("sophie", "Sophie"), 1, Instant.now().plus(Duration.ofHours(23)));
    }

    public MessageId isWritten(String text, Author author, long leaderNumber, Instant freeTextUntil) {
        var command = asks(text, author, leaderNumber, freeTextUntil);
        publish(Topic.OUTBOUND, command);
        return new MessageId(command.id());
    }

    /// A command that is not published yet, so that it can be published twice.
    public Envelope asks(String text, Author author, long leaderNumber, Instant freeTextUntil) {
        var id = Ids.next();
        return envelope(
                id,
                ROUTER,
                new SendMessage(
                        new MessageId(id),
                        conversation,
                        channel,
                        address,
                        text,
                        author,
                        List.of(),
                        leaderNumber,
                        freeTextUntil,
                        null,
                        0));
    }

    /// What was asked for before, once more.
    public void isWrittenAgain(Envelope first, int round, long leaderNumber, Instant freeTextUntil) {
        var asked = (SendMessage) first.data();
        publish(
                Topic.OUTBOUND,
                envelope(
                        Ids.next(),
                        CONVERSATIONS,
                        new SendMessage(
                                asked.message(),
                                conversation,
                                channel,
                                address,
                                asked.body(),
                                asked.author(),
                                asked.answers(),
                                leaderNumber,
                                freeTextUntil,
                                asked.template(),
                                round)));
    }

    public Envelope asksForTemplate(String shown, Template template, Author author, Instant freeTextUntil) {
        var id = Ids.next();
        return envelope(
                id,
                CONVERSATIONS,
                new SendMessage(
                        new MessageId(id),
                        conversation,
                        channel,
                        address,
                        shown,
                        author,
                        List.of(),
                        1,
                        freeTextUntil,
                        template,
                        0));
    }

    /// Wrote STOP.
    public void wantsNoMore(@Nullable MessageId confirmation) {
        publish(
                Topic.OUTBOUND,
                envelope(
                        Ids.next(),
                        ROUTER,
                        new StopSending(
                                conversation, channel, address, MessageId.of(Ids.next()), "STOP", confirmation)));
    }

    public void wantsMoreAgain() {
        publish(
                Topic.OUTBOUND,
                envelope(
                        Ids.next(),
                        ROUTER,
                        new ResumeSending(
                                conversation, channel, address, MessageId.of(Ids.next()), ResumeReason.KEYWORD)));
    }

    public void isLedBy(long number, Leader leader) {
        publish(Topic.OUTBOUND, envelope(Ids.next(), CONVERSATIONS, new LeadChanged(conversation, number, leader)));
    }

    public void isShownTyping(String providerSid, Instant until) {
        publish(
                Topic.OUTBOUND,
                envelope(Ids.next(), ROUTER, new ShowTyping(conversation, channel, providerSid, until)));
    }

    /// Twilio's callback for one call, by the names in its callback address.
    public void isReported(Posted call, String status, @Nullable String errorCode) {
        var names = call.callback();
        isReported(
                MessageId.of(Objects.requireNonNull(names.get("message"))),
                Integer.parseInt(Objects.requireNonNull(names.get("part"))),
                names.get("attempt"),
                call.sid(),
                status,
                errorCode);
    }

    public void isReported(
            @Nullable MessageId message,
            int part,
            @Nullable String attempt,
            String sid,
            String status,
            @Nullable String errorCode) {
        publish(
                Topic.STATUS,
                envelope(
                        Ids.ofStatus(sid, status, errorCode),
                        URI.create("/webhook-ingest"),
                        new DeliveryStatusReported(
                                conversation, message, part, attempt, sid, status, errorCode, null)));
    }

    public void isReported(Posted call, String status) {
        isReported(call, status, null);
    }

    public void publish(Topic topic, Envelope envelope) {
        events.publish(topic, envelope);
    }

    /// What the others were told of this conversation's messages so far.
    public List<DeliveryEvent> told() {
        return events.seen(Topic.DELIVERY).stream()
                .filter(it -> it.subject().equals(conversation.toString()))
                .map(Envelope::data)
                .map(DeliveryEvent.class::cast)
                .toList();
    }

    public List<String> toldOf(MessageId message) {
        return told().stream()
                .filter(it -> it instanceof MessageNews news && news.message().equals(message))
                .map(it -> it.getClass().getSimpleName())
                .toList();
    }

    /// What the others were told of its newest take-over, and when.
    public Optional<Envelope> fenced(long number) {
        return events.seen(Topic.DELIVERY).stream()
                .filter(it -> it.data().equals(new LeadFenced(conversation, number)))
                .findFirst();
    }

    private Envelope envelope(UUID id, URI source, AccueilEvent data) {
        return new Envelope(id, source, Instant.now(), conversation.toString(), tenant, null, data);
    }
}
