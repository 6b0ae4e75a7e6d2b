package fr.accueil.notification.received;

import fr.accueil.events.Envelope;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.notification.erasure.ErasedConversations;
import fr.accueil.notification.media.ScheduleMedia;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears what customers wrote: remembers that it came, and leaves its media to a worker.
@Component
class InboundListener {

    private static final String ID = "notification-service.inbound";

    /// Times max.poll.records (100) it stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final Received received;
    private final ScheduleMedia media;
    private final ErasedConversations erased;

    InboundListener(
            TenantTransaction transaction,
            Inbox inbox,
            Received received,
            ScheduleMedia media,
            ErasedConversations erased) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.received = received;
        this.media = media;
        this.erased = erased;
    }

    @KafkaListener(id = ID, groupId = "notification-service", topics = "whatsapp.inbound.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof MessageReceived message) {
            transaction.in(envelope.requireTenant(), once(envelope, message)).block(PATIENCE);
        }
    }

    /// A recovered message was recorded when it was recovered; its media were not.
    private Mono<Void> once(Envelope envelope, MessageReceived message) {
        return inbox.first(ID, envelope.id())
                .filter(isFirst -> isFirst)
                .flatMap(_ -> received.record(envelope.requireTenant(), message, envelope.time()))
                .filterWhen(_ -> erased.cover(envelope.requireTenant(), message.conversation(), envelope.time())
                        .map(gone -> !gone))
                .flatMap(_ -> media.schedule(envelope.requireTenant(), message));
    }
}
