package fr.accueil.router.dialogue;

import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.Ids;
import fr.accueil.events.Topic;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import fr.accueil.platform.outbox.Outbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears that a customer is erased, forgets them and says so.
@Component
class ErasureListener {

    private static final String ID = "ai-router.erasures";
    private static final URI SOURCE = URI.create("/ai-router");
    private static final String SERVICE = "ai-router";

    /// × max.poll.records (100) stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final ForgetDialogues forget;
    private final Outbox outbox;
    private final Clock clock;

    ErasureListener(TenantTransaction transaction, Inbox inbox, ForgetDialogues forget, Outbox outbox, Clock clock) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.forget = forget;
        this.outbox = outbox;
        this.clock = clock;
    }

    @KafkaListener(id = ID, groupId = "ai-router", topics = "privacy.erasures.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof CustomerErased told) {
            transaction
                    .in(
                            envelope.requireTenant(),
                            inbox.first(ID, envelope.id())
                                    .filter(first -> first)
                                    .flatMap(_ -> forget.forget(envelope.requireTenant(), told))
                                    .flatMap(stores -> report(envelope, told, stores)))
                    .block(PATIENCE);
        }
    }

    private Mono<Void> report(Envelope heard, CustomerErased told, List<Store> stores) {
        var report = new CustomerForgotten(told.erasure(), SERVICE, told.conversations(), stores);
        var key = told.erasure().toString();
        return outbox.append(
                Topic.ERASURES,
                key,
                new Envelope(Ids.next(), SOURCE, clock.instant(), key, heard.tenant(), heard.id(), report));
    }
}
