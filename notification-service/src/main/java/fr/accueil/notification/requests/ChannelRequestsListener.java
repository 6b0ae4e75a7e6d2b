package fr.accueil.notification.requests;

import fr.accueil.events.ChannelRequest;
import fr.accueil.events.ChannelRequest.CheckChannel;
import fr.accueil.events.ChannelRequest.ListTemplates;
import fr.accueil.events.ChannelRequest.ReconcileChannel;
import fr.accueil.events.Envelope;
import fr.accueil.notification.checks.RequestCheck;
import fr.accueil.notification.reconciliation.RequestReconciliation;
import fr.accueil.notification.templates.RequestTemplates;
import java.time.Duration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Hears what is asked for and leaves the doing to workers. To hear it twice changes nothing: no inbox.
@Component
class ChannelRequestsListener {

    private static final String ID = "notification-service.channel-requests";

    /// Times max.poll.records (100) it stays under max.poll.interval.ms (20 min).
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RequestReconciliation reconciliation;
    private final RequestTemplates templates;
    private final RequestCheck checks;

    ChannelRequestsListener(RequestReconciliation reconciliation, RequestTemplates templates, RequestCheck checks) {
        this.reconciliation = reconciliation;
        this.templates = templates;
        this.checks = checks;
    }

    @KafkaListener(id = ID, groupId = "notification-service", topics = "channel.requests.v1")
    void on(Envelope envelope) {
        if (envelope.data() instanceof ChannelRequest request) {
            react(envelope, request).block(PATIENCE);
        }
    }

    private Mono<Void> react(Envelope envelope, ChannelRequest request) {
        return switch (request) {
            case ReconcileChannel(var channel) -> reconciliation.now(envelope.requireTenant(), channel);
            case CheckChannel check -> checks.now(envelope.requireTenant(), check);
            case ListTemplates(var channel) -> templates.now(envelope.requireTenant(), channel);
        };
    }
}
