package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.Conversation;
import fr.accueil.conversation.conversation.HearOnce;
import fr.accueil.conversation.optout.HearOptOut;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.ShowTyping;
import fr.accueil.events.OutboundEvent.StopSending;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears what is being written to customers, and which of them want no more of it. Who leads is decided here and not
/// heard from the topic.
@Component
class OutboundListener {

    static final String ID = "conversation-service.outbound";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HearOnce once;
    private final RecordOutbound outbound;
    private final HearOptOut optOuts;

    OutboundListener(HearOnce once, RecordOutbound outbound, HearOptOut optOuts) {
        this.once = once;
        this.outbound = outbound;
        this.optOuts = optOuts;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "whatsapp.outbound.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof OutboundEvent event) {
            hear(envelope, event).block(PATIENCE);
        }
    }

    private Mono<Void> hear(Envelope envelope, OutboundEvent event) {
        return switch (event) {
            case SendMessage send ->
                once(envelope, conversation -> outbound.record(conversation, envelope, Storable.of(send)));
            case StopSending stop ->
                once(envelope, conversation -> optOuts.stop(conversation, envelope, Storable.of(stop)));
            case ResumeSending resume -> once(envelope, conversation -> optOuts.resume(conversation, envelope, resume));
            case ShowTyping _, LeadChanged _ -> Mono.empty();
        };
    }

    private Mono<Void> once(Envelope envelope, Function<Conversation, Mono<Conversation>> react) {
        return once.hear(ID, envelope, react, Mono.empty());
    }
}
