package fr.accueil.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.accueil.events.ChannelId;
import fr.accueil.events.Envelope;
import fr.accueil.events.IdentityEvent.IdentityLinked;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.ingest.publishing.Envelopes;
import fr.accueil.ingest.publishing.WhatsAppTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Two instances that a customer reaches for the first time: by number at the one, hidden at the other.
class NameCustomerTest {

    private static final ChannelId CAMELIA = ChannelId.of(Ids.next());
    private static final TenantId TENANT = TenantId.of(Ids.next());
    private static final WhatsAppIdentity MARIE =
            WhatsAppIdentity.of("whatsapp:+33639980012", Optional.of("whatsapp:FR.4081726354091827"));
    private static final WhatsAppIdentity MARIE_HIDDEN =
            WhatsAppIdentity.of("whatsapp:FR.4081726354091827", Optional.empty());

    private final IdentitiesTopic topic = new IdentitiesTopic();
    private final List<IdentityLinked> written = new ArrayList<>();
    private Mono<Void> acknowledgement = Mono.empty();
    private final NameCustomer first = instance();
    private final NameCustomer second = instance();

    @Test
    void both_wait_for_the_topic_and_say_what_it_says_first() {
        var atTheFirst = name(first, MARIE).toFuture();
        var atTheSecond = name(second, MARIE_HIDDEN).toFuture();

        assertThat(written).extracting(IdentityLinked::customer).containsExactly("+33639980012", hidden());
        assertThat(written).extracting(Identities::key).containsOnly(Identities.key(written.getFirst()));
        assertThat(atTheFirst).isNotDone();
        assertThat(atTheSecond).isNotDone();

        written.reversed().stream().toList().forEach(topic::givesBack);
        topic.givesBack(written.getLast());

        assertThat(atTheFirst).isCompletedWithValue(hidden());
        assertThat(atTheSecond).isCompletedWithValue(hidden());
    }

    /// The one moment in which two instances could name a customer differently: both have written, and neither reads.
    @Test
    void while_the_topic_is_silent_nobody_is_named_and_afterwards_both_name_alike() {
        StepVerifier.create(name(first, MARIE)).verifyError(NotConfirmed.class);
        StepVerifier.create(name(second, MARIE_HIDDEN)).verifyError(NotConfirmed.class);

        List.copyOf(written).forEach(topic::givesBack);

        StepVerifier.create(name(second, MARIE_HIDDEN))
                .expectNext("+33639980012")
                .verifyComplete();
        StepVerifier.create(name(first, MARIE)).expectNext("+33639980012").verifyComplete();
    }

    @Test
    void a_link_that_kafka_takes_its_time_for_has_all_its_time_to_be_read_back() {
        acknowledgement = Mono.delay(Duration.ofMillis(2_200)).then();

        var named = name(first, MARIE).toFuture();
        written.stream().toList().forEach(topic::givesBack);

        await().untilAsserted(() -> assertThat(named).isCompletedWithValue("+33639980012"));
    }

    private static String hidden() {
        return MARIE_HIDDEN.fallback();
    }

    private static Mono<String> name(NameCustomer instance, WhatsAppIdentity who) {
        return instance.name(CAMELIA, TENANT, who);
    }

    private NameCustomer instance() {
        var envelopes = mock(Envelopes.class);
        when(envelopes.seal(any(), any(), any(), any())).thenAnswer(call -> {
            written.add(call.getArgument(3));
            return mock(Envelope.class);
        });
        var publishing = mock(WhatsAppTopic.class);
        when(publishing.publish(eq(Topic.IDENTITIES), anyString(), any())).thenAnswer(_ -> acknowledgement);
        return new NameCustomer(topic.readWith("k1"), envelopes, publishing);
    }
}
