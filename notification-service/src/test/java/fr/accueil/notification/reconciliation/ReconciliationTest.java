package fr.accueil.notification.reconciliation;

import static fr.accueil.notification.twilio.TwilioAccount.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.ChannelFact.WebhooksRefused;
import fr.accueil.events.ChannelRequest.ReconcileChannel;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageKind;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.testing.ServiceTest;
import fr.accueil.notification.twilio.TwilioAccount;
import fr.accueil.notification.twilio.TwilioAccount.Sent;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class ReconciliationTest extends ServiceTest {

    private static final String MARIE = "whatsapp:+33639980012";
    private static final String MARIE_HIDDEN = "whatsapp:FR.40815566778899";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private CompareChannel compare;

    @Autowired
    private Channels channels;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private RequestReconciliation requests;

    @Autowired
    private ReconciliationSettings settings;

    @Autowired
    private MeterRegistry meters;

    private final TwilioAccount twilio = new TwilioAccount(TWILIO);
    private final Instant lately = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

    @BeforeEach
    void the_business_has_a_channel_that_was_compared() {
        twilio.isSaved(events, secrets);
        awaitComparedUntil(Instant.now());
    }

    @Test
    void a_message_whose_webhook_was_lost_is_brought_back_with_twilios_time_and_once() {
        var lost = twilio.receives(MARIE, "Vous êtes ouverts demain ?", lately);

        var first = reconcile();
        var second = reconcile();
        var all = reconciled();

        var recovered = inbound(lost).getFirst();
        var message = (MessageReceived) recovered.data();
        assertThat(recovered.id())
                .isEqualTo(Ids.ofMessage(twilio.sid(), lost.sid()).value());
        assertThat(recovered.time()).isEqualTo(lately);
        assertThat(recovered.tenant()).isEqualTo(twilio.tenant);
        assertThat(message.recovered()).isTrue();
        assertThat(message.body()).isEqualTo("Vous êtes ouverts demain ?");
        assertThat(message.kind()).isEqualTo(MessageKind.TEXT);
        assertThat(message.customer()).isEqualTo(new Customer(MARIE, "+33639980012", null, null));
        assertThat(message.conversation()).isEqualTo(Ids.ofConversation(twilio.channel, "+33639980012"));
        assertThat(all)
                .extracting(ChannelReconciled::recovered)
                .filteredOn(it -> it > 0)
                .containsExactly(1);
        assertThat(first.listed()).isEqualTo(1);
        assertThat(second.missing()).isZero();
        assertThat(inbound(lost)).hasSize(1);
    }

    @Test
    void what_was_received_is_not_brought_back_and_the_comparison_is_green() {
        var received = twilio.receives(MARIE, "Bonjour", lately);
        events.publish(Topic.INBOUND, webhook(received, Ids.ofConversation(twilio.channel, "+33639980012")));

        var reconciled = reconcile();

        assertThat(reconciled.listed()).isEqualTo(1);
        assertThat(reconciled.recovered()).isZero();
        assertThat(reconciled.missing()).isZero();
        assertThat(reconciled.problem()).isNull();
        assertThat(reconciled.until()).isAfter(reconciled.from());
        assertThat(inbound(received)).hasSize(1);
    }

    @Test
    void only_what_came_in_for_this_channel_and_is_old_enough_counts() {
        twilio.receives("whatsapp:+33199000042", MARIE, "outbound-api", "Bonjour", 0, lately);
        twilio.receives(MARIE, "whatsapp:+33199009999", "inbound", "Pour un autre numéro", 0, lately);
        twilio.receives(MARIE, "Vieux", lately.minus(Duration.ofDays(1)));
        twilio.receives(MARIE, "À l'instant", Instant.now().plusSeconds(60));

        var reconciled = reconcile();

        assertThat(reconciled.listed()).isZero();
        assertThat(reconciled.recovered()).isZero();
    }

    @Test
    void what_a_list_shows_of_another_sender_is_not_brought_back() {
        twilio.listsEverything();
        var foreign = twilio.receives(MARIE, "whatsapp:+33199009999", "inbound", "Pour un autre numéro", 0, lately);
        var own = twilio.receives(MARIE, "Pour celui-ci", lately);
        twilio.receives(twilio.address, MARIE, "outbound-api", "Bonjour", 0, lately);

        var reconciled = reconcile();

        assertThat(reconciled.listed()).isEqualTo(1);
        eventually().until(() -> inbound(own).size() == 1);
        assertThat(inbound(foreign)).isEmpty();
    }

    @Test
    void many_pages_are_followed_and_the_oldest_comes_first() {
        var lost = Flux.range(0, 10)
                .map(it -> twilio.receives(MARIE, "message " + it, lately.plusSeconds(it)))
                .collectList()
                .block(PATIENCE);
        assertThat(lost).isNotNull();

        var reconciled = reconcile();

        assertThat(reconciled.listed()).isEqualTo(10);
        var conversation = Ids.ofConversation(twilio.channel, "+33639980012").toString();
        eventually()
                .untilAsserted(() -> assertThat(events.seen(Topic.INBOUND).stream()
                                .filter(it -> it.subject().equals(conversation))
                                .map(it -> ((MessageReceived) it.data()).providerSid()))
                        .containsExactlyElementsOf(lost.stream().map(Sent::sid).toList()));
    }

    @Test
    void instances_that_compare_at_once_and_late_webhooks_have_one_effect() {
        var lost = Flux.range(0, 6)
                .map(it -> twilio.receives(MARIE, twilio.address, "inbound", "photo " + it, 1, lately.plusSeconds(it)))
                .collectList()
                .block(PATIENCE);
        assertThat(lost).isNotNull();
        lost.forEach(it -> twilio.medium(it.sid(), bytes("text/plain", "Bonjour".getBytes(UTF_8))));
        var conversation = Ids.ofConversation(twilio.channel, "+33639980012");
        var channel = channels.find(twilio.tenant, twilio.channel).orElseThrow();
        var window = new Window(lately.minusSeconds(5), lately.plusSeconds(30));

        Flux.range(0, 4)
                .flatMap(_ -> compare.compare(channel, window).subscribeOn(Schedulers.boundedElastic()))
                .map(Comparison::recovered)
                .reduce(0, Integer::sum)
                .as(StepVerifier::create)
                .expectNext(lost.size())
                .expectComplete()
                .verify(PATIENCE);
        lost.forEach(it -> events.publish(Topic.INBOUND, webhook(it, conversation)));

        assertThat(reconcile().recovered()).isZero();
        for (var it : lost) {
            var message = Ids.ofMessage(twilio.sid(), it.sid());
            assertThat(inbound(it)).extracting(Envelope::id).containsOnly(message.value());
            assertThat(inbound(it).stream().filter(copy -> ((MessageReceived) copy.data()).recovered()))
                    .hasSize(1);
            events.await(
                    Topic.DELIVERY, MediaFetched.class, news -> news.message().equals(message));
            assertThat(events.seen(Topic.DELIVERY, MediaFetched.class).stream()
                            .filter(news -> news.message().equals(message)))
                    .hasSize(1);
        }
    }

    @Test
    void what_kafka_has_and_this_service_has_not_read_yet_is_not_missing() {
        var reader = Objects.requireNonNull(listeners.getListenerContainer("notification-service.inbound"));
        reader.stop();
        var received = twilio.receives(MARIE, "Déjà dans Kafka", lately);
        events.publish(Topic.INBOUND, webhook(received, Ids.ofConversation(twilio.channel, "+33639980012")));
        var channel = channels.find(twilio.tenant, twilio.channel).orElseThrow();
        var asked = twilio.asked().size();

        var comparison = compare.compare(channel, new Window(lately.minusSeconds(5), lately.plusSeconds(30)))
                .toFuture();
        eventually().until(() -> twilio.asked().size() > asked);
        assertThat(comparison).isNotDone();
        reader.start();

        assertThat(comparison).succeedsWithin(PATIENCE).satisfies(it -> {
            assertThat(it.listed()).isEqualTo(1);
            assertThat(it.recovered()).isZero();
            assertThat(it.missing()).isZero();
        });
        assertThat(inbound(received)).hasSize(1);
    }

    @Test
    void a_recovered_photo_is_fetched_once() {
        var lost = twilio.receives(MARIE, twilio.address, "inbound", "", 1, lately);
        twilio.medium(lost.sid(), bytes("image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1}));

        reconcile();

        var message = (MessageReceived) inbound(lost).getFirst().data();
        assertThat(message.kind()).isEqualTo(MessageKind.IMAGE);
        assertThat(message.media()).hasSize(1);
        assertThat(message.media().getFirst().url()).startsWith("https://api.twilio.com/2010-04-01/Accounts/");
        events.await(Topic.DELIVERY, MediaFetched.class, it -> it.message().equals(message.message()));
    }

    @Test
    void a_conversation_goes_on_under_the_name_that_the_customer_used_before() {
        var before = ConversationId.of(Ids.next());
        var known = twilio.receives(MARIE, "Bonjour", lately);
        events.publish(Topic.INBOUND, webhook(known, before));
        var byPhone = twilio.receives(MARIE, "par téléphone", lately.plusSeconds(1));
        var byUserId = twilio.receives(MARIE_HIDDEN, "numéro masqué", lately.plusSeconds(2));
        var stranger = twilio.receives("whatsapp:FR.99999", "inconnu", lately.plusSeconds(3));

        reconcile();

        assertThat(conversationOf(byPhone)).isEqualTo(before);
        assertThat(conversationOf(byUserId)).isEqualTo(before);
        assertThat(conversationOf(stranger)).isEqualTo(Ids.ofConversation(twilio.channel, "whatsapp:FR.99999"));
    }

    @Test
    void when_twilio_fails_the_manager_is_told_and_it_is_tried_again() {
        var lost = twilio.receives(MARIE, "Bonjour", lately);
        twilio.refuses(500);
        var seen = reconciled().size();

        publish(Topic.CHANNEL_REQUESTS, new ReconcileChannel(twilio.channel), twilio.tenant);

        eventually().until(() -> reconciled().size() > seen);
        assertThat(reconciled().get(seen).problem()).isEqualTo("Twilio ne répond pas pour le moment.");
        eventually().until(() -> !inbound(lost).isEmpty());
    }

    @Test
    void refused_webhooks_are_looked_for_when_they_are_old_enough() {
        var lost = twilio.receives(MARIE, "Pendant la panne", lately);

        publish(Topic.CHANNEL_FACTS, new WebhooksRefused(twilio.channel, lately, Instant.now(), 1), twilio.tenant);

        eventually().until(() -> !inbound(lost).isEmpty());
    }

    @Test
    void when_ingest_begins_to_listen_all_channels_are_compared_now_and_for_what_is_too_young() {
        var old = twilio.receives(MARIE, "Avant", lately);
        var young = twilio.receives(MARIE, "Juste avant", Instant.now().truncatedTo(ChronoUnit.SECONDS));

        publish(Topic.CHANNEL_FACTS, new ListeningBegan("webhook-ingest-1"), null);

        eventually().until(() -> !inbound(old).isEmpty() && !inbound(young).isEmpty());
    }

    @Test
    void when_kafka_comes_back_all_channels_are_compared() {
        var lost = twilio.receives(MARIE, "Pendant la panne de Kafka", lately);
        var broker = new FlickeringBroker();
        var watch = new BrokerWatchWorker(broker::presence, requests, settings);

        watch.look().as(StepVerifier::create).verifyComplete();
        assertThat(inbound(lost)).isEmpty();
        broker.isThere = false;
        watch.look().as(StepVerifier::create).verifyComplete();
        broker.isThere = true;
        watch.look().as(StepVerifier::create).expectComplete().verify(PATIENCE);

        eventually().until(() -> !inbound(lost).isEmpty());
    }

    @Test
    void the_next_one_is_due_in_an_hour_more_or_less() {
        reconcile();

        eventually()
                .untilAsserted(() -> assertThat(due())
                        .isBetween(
                                Instant.now().plus(Duration.ofMinutes(53)),
                                Instant.now().plus(Duration.ofMinutes(67))));
        relayDatabase
                .sql("update due_work set due = :now where kind = 'reconciliation' and key = :key")
                .bind("now", Instant.now())
                .bind("key", twilio.channel.toString())
                .then()
                .block(PATIENCE);
        var seen = reconciled().size();
        eventually().until(() -> reconciled().size() > seen);
    }

    @Test
    void engineers_see_the_gap_and_its_age() {
        reconcile();

        assertThat(meters.get("accueil.reconciliation.gap").gauge().value()).isNotNegative();
        eventually()
                .until(() -> meters.get("accueil.reconciliation.age").gauge().value() > 0);
        assertThat(meters.get("accueil.reconciliation.recovered").counter().count())
                .isNotNegative();
    }

    /// Asks for it and waits until it covers this moment.
    private ChannelReconciled reconcile() {
        var now = Instant.now();
        publish(Topic.CHANNEL_REQUESTS, new ReconcileChannel(twilio.channel), twilio.tenant);
        return awaitComparedUntil(now);
    }

    private ChannelReconciled awaitComparedUntil(Instant moment) {
        return events.await(
                Topic.CHANNEL_FACTS,
                ChannelReconciled.class,
                it -> it.channel().equals(twilio.channel) && it.until().isAfter(moment));
    }

    private List<ChannelReconciled> reconciled() {
        return events.seen(Topic.CHANNEL_FACTS, ChannelReconciled.class).stream()
                .filter(it -> it.channel().equals(twilio.channel))
                .toList();
    }

    private List<Envelope> inbound(Sent message) {
        return events.seen(Topic.INBOUND).stream()
                .filter(it -> it.data() instanceof MessageReceived received
                        && received.providerSid().equals(message.sid()))
                .toList();
    }

    private ConversationId conversationOf(Sent message) {
        eventually().until(() -> !inbound(message).isEmpty());
        return inbound(message).getFirst().conversation();
    }

    private @Nullable Instant due() {
        return relayDatabase
                .sql("select due from due_work where kind = 'reconciliation' and key = :key")
                .bind("key", twilio.channel.toString())
                .map((row, _) -> row.get("due", Instant.class))
                .one()
                .block(PATIENCE);
    }

    private void publish(Topic topic, AccueilEvent data, @Nullable TenantId tenant) {
        events.publish(
                topic,
                new Envelope(
                        Ids.next(),
                        URI.create("/elsewhere"),
                        Instant.now(),
                        twilio.channel.toString(),
                        tenant,
                        null,
                        data));
    }

    private Envelope webhook(Sent message, ConversationId conversation) {
        var id = Ids.ofMessage(twilio.sid(), message.sid());
        return new Envelope(
                id.value(),
                URI.create("/webhook-ingest"),
                Instant.now(),
                conversation.toString(),
                twilio.tenant,
                null,
                new MessageReceived(
                        id,
                        conversation,
                        twilio.channel,
                        new Customer(MARIE, "+33639980012", MARIE_HIDDEN, "Marie"),
                        message.sid(),
                        twilio.sid(),
                        MessageKind.TEXT,
                        message.body(),
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        Map.of("MessageSid", message.sid()),
                        false,
                        null));
    }

    private static class FlickeringBroker {

        private boolean isThere = true;

        Mono<Boolean> presence() {
            return Mono.just(isThere);
        }
    }
}
