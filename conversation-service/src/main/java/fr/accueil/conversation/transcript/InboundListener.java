package fr.accueil.conversation.transcript;

import fr.accueil.events.Envelope;
import fr.accueil.events.InboundEvent.MessageReceived;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Hears what customers write. Blocks on purpose: one record at a time keeps every conversation in order.
@Component
class InboundListener {

    static final String ID = "conversation-service.inbound";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RecordInbound inbound;

    InboundListener(RecordInbound inbound) {
        this.inbound = inbound;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "whatsapp.inbound.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof MessageReceived received) {
            inbound.record(envelope, received).block(PATIENCE);
        }
    }
}
