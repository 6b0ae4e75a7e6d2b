package fr.accueil.notification.delivery;

import static fr.accueil.notification.delivery.Deliveries.nameOf;

import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent;
import fr.accueil.events.DeliveryEvent.MessageRefused;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.notification.publishing.Announce;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Says on `whatsapp.delivery` what became of messages, through the outbox of the caller's transaction.
@Component
class DeliveryTopic {

    private final Deliveries deliveries;
    private final Announce announce;
    private final MeterRegistry meters;

    DeliveryTopic(Deliveries deliveries, Announce announce, MeterRegistry meters) {
        this.deliveries = deliveries;
        this.announce = announce;
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
        return announce.announce(Topic.DELIVERY, conversation.toString(), tenant, causedBy, event);
    }

    private static String codeOf(MessageRefused refused) {
        return Objects.requireNonNullElse(refused.errorCode(), "none");
    }
}
