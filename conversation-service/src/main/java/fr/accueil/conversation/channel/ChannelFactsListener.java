package fr.accueil.conversation.channel;

import fr.accueil.conversation.tenant.ChannelRefused;
import fr.accueil.conversation.tenant.ConnectChannel;
import fr.accueil.events.ChannelFact;
import fr.accueil.events.ChannelFact.ChannelChecked;
import fr.accueil.events.ChannelFact.ChannelReconciled;
import fr.accueil.events.ChannelFact.ListeningBegan;
import fr.accueil.events.ChannelFact.SignatureRejected;
import fr.accueil.events.ChannelFact.StatusCallbackReceived;
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
    private final ConnectChannel connect;

    ChannelFactsListener(TenantTransaction transaction, ChannelFacts facts, ConnectChannel connect) {
        this.transaction = transaction;
        this.facts = facts;
        this.connect = connect;
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
            case ChannelChecked checked -> hear(envelope, checked);
            case StatusCallbackReceived received ->
                transaction.in(
                        envelope.requireTenant(),
                        facts.keep(received.channel(), ChannelFacts.Kind.CALLBACK, envelope.time(), received));
            case WebhooksRefused _, ListeningBegan _ -> Mono.empty();
        };
    }

    /// A number that another space has is left as it is, and said so.
    private Mono<Void> hear(Envelope envelope, ChannelChecked checked) {
        var tenant = envelope.requireTenant();
        var keep = Mono.defer(() -> facts.keep(checked.channel(), ChannelFacts.Kind.CHECK, envelope.time(), checked));
        return transaction
                .in(tenant, connect.hear(tenant, checked).flatMap(isPresent -> isPresent ? keep : Mono.<Void>empty()))
                .onErrorResume(
                        ChannelRefused.class,
                        _ -> transaction.in(
                                tenant,
                                keep.then(Mono.defer(() -> facts.keep(
                                        checked.channel(), ChannelFacts.Kind.TAKEN, envelope.time(), checked)))));
    }

    private Mono<Void> keep(Envelope envelope, ChannelReconciled reconciled) {
        var attempt = facts.keep(reconciled.channel(), ChannelFacts.Kind.ATTEMPT, envelope.time(), reconciled);
        return reconciled.problem() == null
                ? attempt.then(Mono.defer(() ->
                        facts.keep(reconciled.channel(), ChannelFacts.Kind.COMPARISON, envelope.time(), reconciled)))
                : attempt;
    }
}
