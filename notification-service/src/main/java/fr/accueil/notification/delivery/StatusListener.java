package fr.accueil.notification.delivery;

import fr.accueil.events.Envelope;
import fr.accueil.events.StatusEvent.DeliveryStatusReported;
import fr.accueil.notification.erasure.ErasedConversations;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears what Twilio's callbacks say.
@Component
class StatusListener {

    private static final String ID = "notification-service.status";

    /// Times max.poll.records (100) it stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final FoldStatus status;
    private final ErasedConversations erased;

    StatusListener(TenantTransaction transaction, Inbox inbox, FoldStatus status, ErasedConversations erased) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.status = status;
        this.erased = erased;
    }

    @KafkaListener(id = ID, groupId = "notification-service", topics = "whatsapp.status.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof DeliveryStatusReported report) {
            transaction.in(envelope.requireTenant(), once(envelope, report)).block(PATIENCE);
        }
    }

    private Mono<Void> once(Envelope envelope, DeliveryStatusReported report) {
        return inbox.first(ID, envelope.id())
                .filter(isFirst -> isFirst)
                .filterWhen(_ -> erased.haveEmptied(envelope.requireTenant(), report.conversation())
                        .map(emptied -> !emptied))
                .flatMap(_ -> status.fold(envelope, report));
    }
}
