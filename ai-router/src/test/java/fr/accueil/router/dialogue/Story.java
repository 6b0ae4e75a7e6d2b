package fr.accueil.router.dialogue;

import static fr.accueil.platform.database.Columns.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.AssistantEvent;
import fr.accueil.events.AssistantEvent.AnswerGiven;
import fr.accueil.events.AssistantEvent.HandoverReason;
import fr.accueil.events.AssistantEvent.HandoverRequested;
import fr.accueil.events.Author;
import fr.accueil.events.ChangeEvent.DeliveryStatus;
import fr.accueil.events.ChangeEvent.Direction;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ChangeEvent.MessageChanged;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.FaqId;
import fr.accueil.events.Ids;
import fr.accueil.events.Leader;
import fr.accueil.events.MessageId;
import fr.accueil.events.MessageKind;
import fr.accueil.events.OutboundEvent;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.ShowTyping;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.FaqSaved;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.events.WorkspaceEvent.Vertical;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.testing.Events;
import fr.accueil.platform.testing.WithInfrastructure;
import fr.accueil.router.knowledge.Businesses;
import fr.accueil.router.understanding.MessageReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.core.DatabaseClient;

/// The service with real Kafka and PostgreSQL, in which customers write to Institut Camélia. One context for all tests:
/// each test has customers of its own.
@WithInfrastructure
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "accueil.assistant.quiet-time=400ms",
            "accueil.assistant.quiet-time-at-most=2s",
            "accueil.assistant.deadline=12s",
            "accueil.assistant.reading-patience=20s",
            "accueil.assistant.agenda-patience=30s",
            "accueil.replay.at-most=3"
        })
@Import(Story.Engine.class)
abstract class Story {

    static final String OPEN_ON_SATURDAY = "Bonjour, vous ouvrez à quelle heure le samedi ?";
    static final String HOURS = "Du mardi au vendredi de 9h30 à 19h, le samedi de 9h à 17h.";
    static final String CARDS = "Carte bancaire et espèces, pas de chèques.";

    private static final List<Topic> STORY_TOPICS = List.of(Topic.OUTBOUND, Topic.ASSISTANT);
    private static final TenantId CAMELIA = TenantId.of(Ids.next());
    private static final ChannelId CHANNEL = ChannelId.of(Ids.next());

    @Autowired
    Events events;

    @Autowired
    HeldReader reader;

    @Autowired
    @Qualifier("relayDatabase")
    private DatabaseClient relay;

    @Autowired
    private Businesses businesses;

    @Autowired
    private Dialogues dialogues;

    @Autowired
    private TenantTransaction transaction;

    private static final AtomicReference<ApplicationContext> CONTEXT = new AtomicReference<>();

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    /// A second one would take the messages of the first, which Spring pauses meanwhile.
    @BeforeAll
    static void allShareOneContext(@Autowired ApplicationContext context) {
        assertThat(CONTEXT.updateAndGet(first -> first == null ? context : first))
                .as("no test may bring settings of its own")
                .isSameAs(context);
    }

    /// Marie, or another customer, on a phone of their own.
    Customers customer(String name) {
        openCamelia();
        return new Customers(name, CAMELIA);
    }

    /// The same of another business.
    Customers customerOf(TenantId tenant, String name) {
        return new Customers(name, tenant);
    }

    private void openCamelia() {
        if (knows(OPEN_ON_SATURDAY)) {
            return;
        }
        save(
                Topic.TENANTS,
                CAMELIA.toString(),
                new TenantSaved(CAMELIA, "Institut Camélia", Vertical.BEAUTY, "Europe/Paris", true));
        saveFaq("Quels sont vos horaires d'ouverture ?", HOURS, "Vous ouvrez à quelle heure le samedi ?");
        saveFaq("Quels moyens de paiement acceptez-vous ?", CARDS, "Vous prenez la carte ?");
        await().until(() -> knows(OPEN_ON_SATURDAY) && knows("la carte bancaire"));
    }

    FaqId saveFaq(String question, String answer, String... variants) {
        var id = FaqId.of(Ids.next());
        save(Topic.FAQS, id.toString(), new FaqSaved(id, CAMELIA, question, answer, List.of(variants), true));
        return id;
    }

    void deleteFaq(FaqId faq) {
        events.publish(Topic.FAQS, faq.toString(), null);
    }

    /// Whether Institut Camélia has something to say about this, as far as the service knows.
    boolean knows(String words) {
        return businesses
                .find(CAMELIA)
                .map(it -> !it.faqs().search(words).isEmpty())
                .orElse(false);
    }

    private void save(Topic topic, String subject, AccueilEvent event) {
        save(topic, CAMELIA, subject, event);
    }

    void save(Topic topic, TenantId tenant, String subject, AccueilEvent event) {
        events.publish(topic, envelope(Ids.next(), Instant.now(), tenant, subject, event));
    }

    /// A marker behind the last event in each topic shows that there is no other.
    void comeToRest(List<Customers> customers) {
        var markers = customers.stream().map(Customers::marked).toList();
        for (var marker : markers) {
            STORY_TOPICS.forEach(topic -> events.await(topic, it -> it.id().equals(marker.id())));
        }
    }

    /// As precisely as the database keeps it.
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static Envelope envelope(UUID id, Instant time, TenantId tenant, String subject, AccueilEvent event) {
        return new Envelope(id, URI.create("/test"), time, subject, tenant, null, event);
    }

    /// One customer's conversation, seen from outside the service.
    class Customers {

        private final String name;
        private final TenantId tenant;
        private final ConversationId conversation = ConversationId.of(Ids.next());

        private Customers(String name, TenantId tenant) {
            this.name = name;
            this.tenant = tenant;
        }

        String name() {
            return name;
        }

        ConversationId conversation() {
            return conversation;
        }

        TenantId tenant() {
            return tenant;
        }

        Envelope writes(String text) {
            return sends(Inbound.text(text));
        }

        Envelope sends(Inbound inbound) {
            var envelope = written(inbound);
            comes(envelope);
            return envelope;
        }

        /// What was written and has not come yet.
        Envelope written(Inbound inbound) {
            var id = Ids.next();
            var received = inbound.received(id, conversation, CHANNEL, address(), name);
            return envelope(id, inbound.at(), tenant, conversation.toString(), received);
        }

        void comes(Envelope envelope) {
            events.publish(Topic.INBOUND, envelope);
        }

        void isLedBy(Leader leader, long number) {
            isGivenTo(leader, number);
            await().until(() -> leadNumber() >= number);
        }

        /// Zero while nothing is known of this conversation.
        long leadNumber() {
            return dialogue() instanceof Dialogue known ? known.lead().number() : 0;
        }

        /// The same, not waiting until the assistant knows.
        void isGivenTo(Leader leader, long number) {
            events.publish(
                    Topic.CHANGES,
                    envelope(
                            Ids.next(),
                            Instant.now(),
                            tenant,
                            conversation.toString(),
                            new LeadChanged(conversation, number, leader)));
        }

        void hearsFrom(Leader person, String text) {
            events.publish(
                    Topic.CHANGES,
                    envelope(
                            Ids.next(),
                            Instant.now(),
                            tenant,
                            conversation.toString(),
                            new MessageChanged(conversation, 1, written(person, text))));
        }

        private Message written(Leader person, String text) {
            return new Message(
                    MessageId.of(Ids.next()),
                    Direction.OUTBOUND,
                    new Author(Author.Kind.PERSON, person.person(), person.name()),
                    MessageKind.TEXT,
                    text,
                    Instant.now(),
                    DeliveryStatus.QUEUED,
                    null,
                    List.of(),
                    null,
                    1,
                    false,
                    0,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    false,
                    false,
                    null);
        }

        /// Whether the leader is known, and its one message is heard and either waits for a person or has an outcome.
        boolean isTakenOver(long number) {
            return dialogue() instanceof Dialogue known
                    && known.lead().number() == number
                    && (!known.waiting().isEmpty() || !settledSoFar().isEmpty());
        }

        void isErased(UUID erasure, Instant at) {
            events.publish(
                    Topic.ERASURES,
                    envelope(
                            Ids.next(),
                            at,
                            tenant,
                            erasure.toString(),
                            new CustomerErased(erasure, List.of(conversation), List.of(), at)));
        }

        void isHeard(int times) {
            await().until(() -> dialogue() != null && dialogue().waiting().size() == times);
        }

        boolean isOptedOut() {
            return dialogue() instanceof Dialogue known && known.optOut() != null;
        }

        /// Whether all that waits was read for a wish.
        boolean isWeighed() {
            return dialogue() instanceof Dialogue known
                    && !known.waiting().isEmpty()
                    && known.waiting().stream().allMatch(Heard::weighed);
        }

        @Nullable
        Dialogue dialogue() {
            var stored = transaction.in(tenant, dialogues.find(conversation)).block(Events.PATIENCE);
            return stored == null ? null : stored.dialogue();
        }

        /// Rings one of this dialogue's timers now.
        void timeComes(Timer timer) {
            var rung = relay.sql(
                            "update due_work set due = due - interval '2 days' where kind = 'timer' and key = :key")
                    .bind("key", timer.key(conversation))
                    .fetch()
                    .rowsUpdated()
                    .block(Events.PATIENCE);
            assertThat(rung).as("timers of kind %s", timer).isEqualTo(1);
        }

        boolean isTimed(Timer timer) {
            var rows = relay.sql("select count(*) as timers from due_work where kind = 'timer' and key = :key")
                    .bind("key", timer.key(conversation))
                    .map(row -> required(row, "timers", Long.class))
                    .one()
                    .block(Events.PATIENCE);
            return rows != null && rows == 1;
        }

        /// When work of this kind is due for this conversation; empty while there is none.
        Optional<Instant> due(String kind) {
            return relay.sql("select due from due_work where kind = :kind and key = :key")
                    .bind("kind", kind)
                    .bind("key", conversation.toString())
                    .mapValue(Instant.class)
                    .one()
                    .blockOptional(Events.PATIENCE);
        }

        /// What was said about a message of theirs.
        SendMessage isToldAbout(Envelope written) {
            return events.await(
                    Topic.OUTBOUND, SendMessage.class, it -> it.answers().contains(MessageId.of(written.id())));
        }

        SendMessage isTold(String part) {
            return events.await(
                    Topic.OUTBOUND,
                    SendMessage.class,
                    it -> it.conversation().equals(conversation) && it.body().contains(part));
        }

        HandoverRequested isHandedOver(HandoverReason reason) {
            return events.await(
                    Topic.ASSISTANT,
                    HandoverRequested.class,
                    it -> it.conversation().equals(conversation) && it.reason() == reason);
        }

        AnswerGiven isAnswered(MessageId by) {
            return events.await(
                    Topic.ASSISTANT, AnswerGiven.class, it -> it.message().equals(by));
        }

        /// All that was said, once nothing is left to do and all of it has been published.
        List<SendMessage> told() {
            comeToRest(List.of(this));
            return toldSoFar();
        }

        /// All that was asked of notification-service about this conversation, in its order, typing apart.
        List<OutboundEvent> asked() {
            comeToRest(List.of(this));
            return events.seen(Topic.OUTBOUND, OutboundEvent.class).stream()
                    .filter(event -> switch (event) {
                        case SendMessage it -> it.conversation().equals(conversation);
                        case StopSending it -> it.conversation().equals(conversation);
                        case ResumeSending it -> it.conversation().equals(conversation);
                        case ShowTyping _, LeadChanged _ -> false;
                    })
                    .toList();
        }

        List<SendMessage> toldSoFar() {
            return events.seen(Topic.OUTBOUND, SendMessage.class).stream()
                    .filter(it -> it.conversation().equals(conversation))
                    .toList();
        }

        List<ShowTyping> sawTyping() {
            return events.seen(Topic.OUTBOUND, ShowTyping.class).stream()
                    .filter(it -> it.conversation().equals(conversation))
                    .toList();
        }

        /// Each message as often as it is named in an answer or a hand-over.
        List<MessageId> settled() {
            comeToRest(List.of(this));
            return settledSoFar();
        }

        List<MessageId> settledSoFar() {
            return events.seen(Topic.ASSISTANT, AssistantEvent.class).stream()
                    .flatMap(event -> switch (event) {
                        case AnswerGiven given
                        when given.conversation().equals(conversation) -> given.answers().stream();
                        case HandoverRequested over
                        when over.conversation().equals(conversation) -> over.answers().stream();
                        default -> Stream.<MessageId>empty();
                    })
                    .toList();
        }

        private Envelope marked() {
            await().until(() -> left() == 0);
            var marker = envelope(
                    Ids.next(),
                    now(),
                    tenant,
                    conversation.toString(),
                    new LeadChanged(conversation, 0, Leader.nobody()));
            STORY_TOPICS.forEach(topic -> events.publish(topic, marker));
            return marker;
        }

        private long left() {
            var rows = relay.sql("""
                            select (select count(*) from due_work where key = :key)
                              + (select count(*) from outbox where key = :key) as left""")
                    .bind("key", conversation.toString())
                    .map(row -> required(row, "left", Long.class))
                    .one()
                    .block(Events.PATIENCE);
            return rows == null ? -1 : rows;
        }

        String address() {
            return "whatsapp:FR." + conversation;
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Engine {

        @Bean
        @Primary
        HeldReader heldReader(@Qualifier("localReader") MessageReader engine) {
            return new HeldReader(engine);
        }
    }
}
