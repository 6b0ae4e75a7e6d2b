package fr.accueil.router.dialogue;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.Envelope;
import fr.accueil.events.InboundEvent.MessageReceived;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Records what customers wrote and schedules the thinking: nothing slow happens here.
@Component
class InboundListener {

    static final String ID = "ai-router.inbound";

    /// × max.poll.records (100) stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HearCustomer hearCustomer;

    InboundListener(HearCustomer hearCustomer) {
        this.hearCustomer = hearCustomer;
    }

    @KafkaListener(id = ID, groupId = "ai-router", topics = "whatsapp.inbound.v1")
    void on(Envelope envelope) {
        react(envelope, envelope.data()).block(PATIENCE);
    }

    private Mono<Void> react(Envelope envelope, AccueilEvent event) {
        return event instanceof MessageReceived received ? hearCustomer.hear(envelope, received) : Mono.empty();
    }
}
