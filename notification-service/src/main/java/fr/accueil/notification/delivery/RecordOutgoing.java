package fr.accueil.notification.delivery;

import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes down, in topic order, what is to be sent and who may speak. Joins the listener's transaction.
@Component
public class RecordOutgoing {

    private final Deliveries deliveries;
    private final Stops stops;
    private final DeliveryTopic topic;
    private final SendWork work;
    private final Clock clock;

    RecordOutgoing(Deliveries deliveries, Stops stops, DeliveryTopic topic, SendWork work, Clock clock) {
        this.deliveries = deliveries;
        this.stops = stops;
        this.topic = topic;
        this.work = work;
        this.clock = clock;
    }

    /// Queues a message, or refuses it at once when its writer did not know who leads.
    public Mono<Void> recordMessage(Envelope envelope, SendMessage asked) {
        var tenant = envelope.requireTenant();
        var message = toOutgoing(envelope, asked);
        return deliveries
                .lock(tenant, asked.conversation())
                .flatMap(fence -> deliveries
                        .add(tenant, message)
                        .filter(isNew -> isNew)
                        .flatMap(_ -> fence.forbidsNew(message)
                                ? refuse(tenant, message, envelope)
                                : queue(tenant, message)));
    }

    /// Remembers who leads; what a take-over stops is told at once.
    public Mono<Void> recordLeader(Envelope envelope, LeadChanged change) {
        var tenant = envelope.requireTenant();
        return deliveries
                .lock(tenant, change.conversation())
                .map(fence -> fence.after(change.number(), change.leader().kind()))
                .flatMap(fence -> deliveries.saveFence(tenant, change.conversation(), fence))
                .then(deliveries.findUnsettled(tenant, change.conversation()))
                .filter(unsettled -> !unsettled.isEmpty())
                .flatMap(_ -> work.hasten(tenant, change.conversation(), clock.instant()));
    }

    /// From here on nothing goes to this customer, also nothing that was queued before.
    public Mono<Void> recordStop(Envelope envelope, StopSending stop) {
        var tenant = envelope.requireTenant();
        return deliveries
                .lock(tenant, stop.conversation())
                .then(stops.add(envelope, stop))
                .then(work.hasten(tenant, stop.conversation(), clock.instant()));
    }

    public Mono<Void> recordResume(Envelope envelope, ResumeSending resume) {
        var tenant = envelope.requireTenant();
        return deliveries.lock(tenant, resume.conversation()).then(stops.remove(tenant, resume.conversation(), resume));
    }

    private Mono<Void> refuse(TenantId tenant, Outgoing message, Envelope envelope) {
        return topic.publish(tenant, message, message.refuse(Refusal.humanLeads()), envelope.id());
    }

    private Mono<Void> queue(TenantId tenant, Outgoing message) {
        return work.hasten(tenant, message.conversation(), clock.instant());
    }

    private static Outgoing toOutgoing(Envelope envelope, SendMessage asked) {
        return new Outgoing(
                asked.message(),
                asked.conversation(),
                asked.channel(),
                asked.to(),
                asked.author().kind(),
                asked.leaderNumber(),
                asked.freeTextUntil(),
                envelope.time(),
                asked.round(),
                MessageState.QUEUED,
                toParts(asked.body()));
    }

    private static List<Part> toParts(String body) {
        var texts = TextParts.of(body);
        return IntStream.range(0, texts.size())
                .mapToObj(number -> new Part(number, texts.get(number), null, List.of()))
                .toList();
    }
}
