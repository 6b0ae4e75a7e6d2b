package fr.accueil.ingest.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.IdentityEvent.IdentityLinked;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.ingest.publishing.Envelopes;
import fr.accueil.ingest.publishing.WhatsAppTopic;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// Whoever is erased is linked to nobody any more; whoever writes again is linked anew.
class ForgetCustomerTest {

    private static final ChannelId CAMELIA = ChannelId.of(Ids.next());
    private static final TenantId TENANT = TenantId.of(Ids.next());
    private static final WhatsAppIdentity MARIE =
            WhatsAppIdentity.of("whatsapp:+33639980012", Optional.of("whatsapp:FR.4081726354091827"));
    private static final WhatsAppIdentity KARIM =
            WhatsAppIdentity.of("whatsapp:+33639980034", Optional.of("whatsapp:FR.77"));

    private final IdentitiesTopic identitiesTopic = new IdentitiesTopic();
    private final Identities identities = identitiesTopic.readWith("k1");
    private final WhatsAppTopic topic = mock(WhatsAppTopic.class);
    private final Envelopes envelopes = mock(Envelopes.class);
    private final CompactedCopy copy = mock(CompactedCopy.class);
    private final List<String> tombstones = new ArrayList<>();
    private final List<CustomerForgotten> reports = new ArrayList<>();
    private final List<BiConsumer<String, @Nullable Envelope>> readers = new ArrayList<>();
    private final Identities ready = spy(identities);
    private ForgetCustomerWorker worker = worker();

    @BeforeEach
    void both_copies_are_read() {
        when(copy.ready()).thenReturn(true);
        doReturn(true).when(ready).ready();
        when(envelopes.seal(any(), any(), any(), any()))
                .thenAnswer(call -> envelope(UUID.fromString(call.getArgument(1).toString()), call.getArgument(3)));
        when(topic.tombstone(eq(Topic.IDENTITIES), any())).thenAnswer(call -> {
            tombstones.add(call.getArgument(1));
            return Mono.empty();
        });
        when(topic.publish(eq(Topic.ERASURES), any(), any(Envelope.class))).thenAnswer(call -> {
            var envelope = call.<Envelope>getArgument(2);
            reports.add((CustomerForgotten) envelope.data());
            readers.forEach(it -> it.accept(call.getArgument(1), envelope));
            return Mono.empty();
        });
    }

    @Test
    void the_links_of_who_is_erased_go_and_the_others_stay() {
        var marie = link(MARIE);
        link(KARIM);

        isErased(Ids.next(), List.of(marie), Instant.now());
        worker.forget();

        assertThat(tombstones).containsExactly(marie);
        assertThat(reports)
                .singleElement()
                .satisfies(it -> assertThat(it.stores()).containsExactly(new Store("whatsapp.identities.v1", 1)));
    }

    @Test
    void a_link_that_names_who_is_erased_goes_too() {
        var marie = link(MARIE);
        var byPhone = Identities.key(new IdentityLinked(CAMELIA, "+33639980012 of " + CAMELIA + " with k1", ""));

        isErased(Ids.next(), List.of(byPhone), Instant.now());
        worker.forget();

        assertThat(tombstones).containsExactly(marie);
    }

    @Test
    void a_link_that_is_newer_than_the_erasure_is_somebody_new() {
        var marie = link(MARIE);

        isErased(Ids.next(), List.of(marie), Instant.EPOCH.minusSeconds(1));
        worker.forget();

        assertThat(tombstones).isEmpty();
        assertThat(reports).hasSize(1);
    }

    @Test
    void what_was_said_before_is_not_said_again_after_a_start() {
        var marie = link(MARIE);
        var erasure = Ids.next();
        isErased(erasure, List.of(marie), Instant.now());
        worker.forget();
        worker.forget();
        assertThat(reports).hasSize(1);

        worker = worker();
        isErased(erasure, List.of(marie), Instant.now());
        readers.getLast().accept(erasure.toString(), envelope(erasure, reports.getFirst()));
        worker.forget();

        assertThat(reports).hasSize(1);
    }

    private ForgetCustomerWorker worker() {
        var copies = mock(CompactedCopies.class);
        when(copies.follow(eq(Topic.ERASURES), any())).thenAnswer(call -> {
            readers.add(call.getArgument(1));
            return copy;
        });
        return new ForgetCustomerWorker(new Erasures(copies), ready, envelopes, topic);
    }

    /// @return its key
    private String link(WhatsAppIdentity identity) {
        var link = requireNonNull(identities.identify(CAMELIA, identity).unwritten());
        identitiesTopic.givesBack(link);
        return Identities.key(link);
    }

    private void isErased(UUID erasure, List<String> identities, Instant at) {
        var told = new CustomerErased(erasure, List.of(ConversationId.of(Ids.next())), identities, at);
        readers.getLast().accept(erasure.toString(), envelope(erasure, told));
    }

    private static Envelope envelope(UUID erasure, ErasureEvent event) {
        return new Envelope(Ids.next(), URI.create("/test"), Instant.now(), erasure.toString(), TENANT, null, event);
    }
}
