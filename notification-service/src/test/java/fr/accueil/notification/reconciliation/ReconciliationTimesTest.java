package fr.accueil.notification.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.ChannelFact.WebhooksRefused;
import fr.accueil.events.ChannelRequest.ReconcileChannel;
import fr.accueil.events.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// When channels are compared, and what is seen of it.
class ReconciliationTimesTest extends ReconciliationServiceTest {

    @Autowired
    private RequestReconciliation requests;

    @Autowired
    private ReconciliationSettings settings;

    @Autowired
    private MeterRegistry meters;

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

    private @Nullable Instant due() {
        return relayDatabase
                .sql("select due from due_work where kind = 'reconciliation' and key = :key")
                .bind("key", twilio.channel.toString())
                .map((row, _) -> row.get("due", Instant.class))
                .one()
                .block(PATIENCE);
    }

    private static class FlickeringBroker {

        private boolean isThere = true;

        Mono<Boolean> presence() {
            return Mono.just(isThere);
        }
    }
}
