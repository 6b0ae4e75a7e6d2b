package fr.accueil.notification.erasure;

import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.Topic;
import fr.accueil.notification.publishing.Announce;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears that a customer is erased, forgets them and says so.
@Component
class ErasureListener {

    private static final String ID = "notification-service.erasures";
    private static final String SERVICE = "notification-service";

    /// Times max.poll.records (100) it stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final ForgetConversations forget;
    private final Announce announce;

    ErasureListener(TenantTransaction transaction, Inbox inbox, ForgetConversations forget, Announce announce) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.forget = forget;
        this.announce = announce;
    }

    @KafkaListener(id = ID, groupId = "notification-service", topics = "privacy.erasures.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof CustomerErased told) {
            transaction.in(envelope.requireTenant(), once(envelope, told)).block(PATIENCE);
        }
    }

    private Mono<Void> once(Envelope envelope, CustomerErased told) {
        var tenant = envelope.requireTenant();
        return inbox.first(ID, envelope.id())
                .filter(isFirst -> isFirst)
                .flatMap(_ -> forget.forget(tenant, told))
                .flatMap(stores -> announce.announce(
                        Topic.ERASURES,
                        told.erasure().toString(),
                        tenant,
                        envelope.id(),
                        new CustomerForgotten(told.erasure(), SERVICE, told.conversations(), stores)));
    }
}
