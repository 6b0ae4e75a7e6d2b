package fr.accueil.notification.reconciliation;

import fr.accueil.events.ChannelFact;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelFact.StatusCallbackReceived;
import fr.accueil.events.ChannelFact.WebhooksRefused;
import fr.accueil.events.Envelope;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears that something may have been lost. To hear it twice changes nothing: no inbox.
@Component
class ChannelFactsListener {

    private static final String ID = "notification-service.channel-facts";

    /// Times max.poll.records (100) it stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RequestReconciliation reconciliation;

    ChannelFactsListener(RequestReconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @KafkaListener(id = ID, groupId = "notification-service", topics = "channel.facts.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof ChannelFact fact) {
            react(envelope, fact).block(PATIENCE);
        }
    }

    private Mono<Void> react(Envelope envelope, ChannelFact fact) {
        return switch (fact) {
            case WebhooksRefused refused ->
                reconciliation.after(envelope.requireTenant(), refused.channel(), refused.until());
            case ListeningBegan _ -> reconciliation.all();
            case SignatureRejected _, ChannelReconciled _, ChannelChecked _, StatusCallbackReceived _ -> Mono.empty();
        };
    }
}
