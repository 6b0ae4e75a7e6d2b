package fr.accueil.conversation.channel;

import fr.accueil.events.ChannelFact;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelFact.WebhooksRefused;
import fr.accueil.events.Envelope;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears how the way to and from Twilio is.
@Component
class ChannelFactsListener {

    static final String ID = "conversation-service.channel-facts";

    /// × `max.poll.records` (100) stays under `max.poll.interval.ms` (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantTransaction transaction;
    private final ChannelFacts facts;

    ChannelFactsListener(TenantTransaction transaction, ChannelFacts facts) {
        this.transaction = transaction;
        this.facts = facts;
    }

    @KafkaListener(id = ID, groupId = "conversation-service", topics = "channel.facts.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof ChannelFact fact) {
            hear(envelope, fact).block(PATIENCE);
        }
    }

    /// The newest of a kind replaces the older ones, so that it does not matter how often or in which order they come.
    private Mono<Void> hear(Envelope envelope, ChannelFact fact) {
        return switch (fact) {
            case SignatureRejected rejected ->
                transaction.in(
                        envelope.requireTenant(),
                        facts.keep(rejected.channel(), ChannelFacts.Kind.SIGNATURE, envelope.time(), rejected));
            case ChannelReconciled reconciled -> transaction.in(envelope.requireTenant(), keep(envelope, reconciled));
            case WebhooksRefused _, ListeningBegan _ -> Mono.empty();
        };
    }

    private Mono<Void> keep(Envelope envelope, ChannelReconciled reconciled) {
        var attempt = facts.keep(reconciled.channel(), ChannelFacts.Kind.ATTEMPT, envelope.time(), reconciled);
        return reconciled.problem() == null
                ? attempt.then(Mono.defer(() ->
                        facts.keep(reconciled.channel(), ChannelFacts.Kind.COMPARISON, envelope.time(), reconciled)))
                : attempt;
    }
}
