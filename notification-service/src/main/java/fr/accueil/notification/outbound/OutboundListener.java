package fr.accueil.notification.outbound;

import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.ShowTyping;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.notification.delivery.RecordOutgoing;
import fr.accueil.notification.erasure.ErasedConversations;
import fr.accueil.notification.typing.ScheduleTyping;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.inbox.Inbox;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears what is to be sent or shown, and who leads: records it once, and leaves the doing to workers.
@Component
class OutboundListener {

    private static final String ID = "notification-service.outbound";

    /// Times max.poll.records (100) it stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final Inbox inbox;
    private final RecordOutgoing outgoing;
    private final ScheduleTyping typing;
    private final ErasedConversations erased;

    OutboundListener(
            TenantTransaction transaction,
            Inbox inbox,
            RecordOutgoing outgoing,
            ScheduleTyping typing,
            ErasedConversations erased) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.outgoing = outgoing;
        this.typing = typing;
        this.erased = erased;
    }

    @KafkaListener(id = ID, groupId = "notification-service", topics = "whatsapp.outbound.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof OutboundEvent event) {
            transaction.in(envelope.requireTenant(), once(envelope, event)).block(PATIENCE);
        }
    }

    private Mono<Void> once(Envelope envelope, OutboundEvent event) {
        return inbox.first(ID, envelope.id())
                .filter(isFirst -> isFirst)
                .filterWhen(_ -> erased.cover(envelope.requireTenant(), envelope.conversation(), envelope.time())
                        .map(gone -> !gone))
                .flatMap(_ -> react(envelope, event));
    }

    private Mono<Void> react(Envelope envelope, OutboundEvent event) {
        return switch (event) {
            case SendMessage message ->
                outgoing.recordMessage(envelope, message).then(typing.end(message.conversation()));
            case ShowTyping show -> typing.begin(envelope, show);
            case LeadChanged change -> outgoing.recordLeader(envelope, change).then(typing.end(change.conversation()));
            case StopSending stop -> outgoing.recordStop(envelope, stop);
            case ResumeSending resume -> outgoing.recordResume(envelope, resume);
        };
    }
}
