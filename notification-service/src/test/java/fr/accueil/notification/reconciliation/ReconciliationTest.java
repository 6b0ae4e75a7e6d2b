package fr.accueil.notification.reconciliation;

import static fr.accueil.notification.twilio.TwilioAccount.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageKind;
import fr.accueil.events.Topic;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.twilio.TwilioAccount.Sent;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/// What a comparison brings back, and what it leaves.
class ReconciliationTest extends ReconciliationServiceTest {

    @Autowired
    private CompareChannel compare;

    @Autowired
    private Channels channels;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

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

    private ConversationId conversationOf(Sent message) {
        eventually().until(() -> !inbound(message).isEmpty());
        return inbound(message).getFirst().conversation();
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
}
