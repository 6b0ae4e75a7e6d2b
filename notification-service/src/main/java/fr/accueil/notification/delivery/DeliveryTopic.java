package fr.accueil.notification.delivery;

import static fr.accueil.notification.delivery.Deliveries.nameOf;

import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Says on `whatsapp.delivery` what became of messages, through the outbox of the caller's transaction.
@Component
class DeliveryTopic {

    private static final URI SOURCE = URI.create("/notification-service");

    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry meters;

    DeliveryTopic(Deliveries deliveries, Outbox outbox, Clock clock, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
    }

    /// Saves what news did to a message and tells the others.
    Mono<Void> publish(TenantId tenant, Outgoing before, Change change, UUID causedBy) {
        return deliveries
                .save(tenant, before, change.after())
                .thenMany(Flux.fromIterable(change.events()))
                .concatMap(event -> publish(tenant, before.conversation(), event, causedBy))
                .then();
    }

    Mono<Void> publish(TenantId tenant, ConversationId conversation, DeliveryEvent event, UUID causedBy) {
        if (event instanceof MessageRefused refused) {
            meters.counter("accueil.send.refused", "reason", nameOf(refused.reason()), "code", codeOf(refused))
                    .increment();
        }
        var key = conversation.toString();
        return outbox.append(
                Topic.DELIVERY, key, new Envelope(Ids.next(), SOURCE, clock.instant(), key, tenant, causedBy, event));
    }

    private static String codeOf(MessageRefused refused) {
        return Objects.requireNonNullElse(refused.errorCode(), "none");
    }
}
