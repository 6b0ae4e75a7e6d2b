package fr.accueil.conversation.transcript;

import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.SendMessage;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/// Hears what is being written to customers. Who leads is decided here and not heard from the topic.
@Component
class OutboundListener {

    static final String ID = "conversation-service.outbound";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RecordOutbound outbound;

    OutboundListener(RecordOutbound outbound) {
        this.outbound = outbound;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "whatsapp.outbound.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof SendMessage send) {
            outbound.record(envelope, send).block(PATIENCE);
        }
    }
}
