package fr.accueil.conversation.privacy;

import fr.accueil.conversation.contact.ErasedCustomers;
import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears what the others have forgotten, and, where the database is a backup of before, whom this service
/// itself erased since.
@Component
class ErasureListener {

    private static final String ID = "conversation-service.erasures";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String RESTORED = "Repris après une restauration";

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Customers customers;
    private final ForgetCustomer forget;
    private final ErasedCustomers erased;
    private final Erasures erasures;

    ErasureListener(
            TenantTransaction transaction,
            Inbox inbox,
            Customers customers,
            ForgetCustomer forget,
            ErasedCustomers erased,
            Erasures erasures) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.customers = customers;
        this.forget = forget;
        this.erased = erased;
        this.erasures = erasures;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "privacy.erasures.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof ErasureEvent event) {
            transaction
                    .in(
                            envelope.requireTenant(),
                            inbox.first(ID, envelope.id())
                                    .filter(first -> first)
                                    .flatMap(_ -> react(envelope, event)))
                    .block(PATIENCE);
        }
    }

    private Mono<Void> react(Envelope envelope, ErasureEvent event) {
        return switch (event) {
            case CustomerErased told -> repeat(envelope.requireTenant(), told);
            case CustomerForgotten told ->
                erasures.report(told.erasure(), told.service(), envelope.time(), told.stores());
        };
    }

    /// What was erased since a backup was made is erased again.
    private Mono<Void> repeat(TenantId tenant, CustomerErased told) {
        return erasures.find(told.erasure())
                .hasElement()
                .filter(known -> !known)
                .flatMap(_ -> customers.lockAll(tenant, told.conversations()))
                .flatMap(whom -> erasures.insert(told.erasure(), told.erasedAt(), RESTORED, RESTORED, null)
                        .then(Mono.defer(() -> forget.forget(whom, told.erasure(), told.erasedAt())))
                        .flatMap(stores ->
                                erasures.report(told.erasure(), EraseCustomer.SERVICE, told.erasedAt(), stores))
                        .then(Mono.defer(() -> erased.remember(tenant, whom.allNames(), told.erasedAt(), null))));
    }
}
