package fr.accueil.notification.delivery;

import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.LeadChanged;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.SendMessage;
import fr.accueil.events.OutboundEvent.StopSending;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes down, in topic order, what is to be sent and who may speak. Joins the listener's transaction.
@Component
public class RecordOutgoing {

    private final Conversations conversations;
    private final Deliveries deliveries;
    private final Stops stops;
    private final Fencing fencing;
    private final DeliveryTopic topic;
    private final DeliveryRules rules;
    private final SendWork work;
    private final Clock clock;

    RecordOutgoing(
            Conversations conversations,
            Deliveries deliveries,
            Stops stops,
            Fencing fencing,
            DeliveryTopic topic,
            DeliveryRules rules,
            SendWork work,
            Clock clock) {
        this.conversations = conversations;
        this.deliveries = deliveries;
        this.stops = stops;
        this.fencing = fencing;
        this.topic = topic;
        this.rules = rules;
        this.work = work;
        this.clock = clock;
    }

    /// Queues a message, or refuses it at once when its writer did not know who leads. One that is known already and
    /// asked for once more is opened again.
    public Mono<Void> recordMessage(Envelope envelope, SendMessage asked) {
        var tenant = envelope.requireTenant();
        return conversations
                .lock(tenant, asked.conversation())
                .flatMap(locked -> deliveries
                        .find(tenant, asked.message())
                        .flatMap(known -> askAgain(known, envelope, asked))
                        .switchIfEmpty(Mono.defer(() -> ask(envelope, asked)))
                        .filter(message -> !message.settled())
                        .flatMap(message -> locked.fence().forbidsNew(message)
                                ? refuseButConfirmation(envelope, message)
                                : work.hasten(tenant, message.conversation(), clock.instant())));
    }

    /// Remembers who leads. What a take-over stops is told by the worker; that it is done, as soon as it is.
    public Mono<Void> recordLeader(Envelope envelope, LeadChanged change) {
        var tenant = envelope.requireTenant();
        var conversation = change.conversation();
        return conversations
                .lock(tenant, conversation)
                .map(locked ->
                        locked.fence().after(change.number(), change.leader().kind()))
                .flatMap(fence -> conversations
                        .saveFence(tenant, conversation, fence)
                        .then(fencing.settle(tenant, conversation, fence, envelope.id())))
                .flatMap(again -> Mono.justOrEmpty(again))
                .flatMap(at -> work.lookAtFence(tenant, conversation, at))
                .then(deliveries.findUnsettled(tenant, conversation))
                .filter(unsettled -> !unsettled.isEmpty())
                .flatMap(_ -> work.hasten(tenant, conversation, clock.instant()));
    }

    /// From here on nothing goes to this customer, also nothing that was queued before.
    public Mono<Void> recordStop(Envelope envelope, StopSending stop) {
        var tenant = envelope.requireTenant();
        return conversations
                .lock(tenant, stop.conversation())
                .then(stops.add(envelope, stop))
                .then(work.hasten(tenant, stop.conversation(), clock.instant()));
    }

    public Mono<Void> recordResume(Envelope envelope, ResumeSending resume) {
        var tenant = envelope.requireTenant();
        return conversations.lock(tenant, resume.conversation()).then(stops.remove(tenant, resume));
    }

    private Mono<Outgoing> ask(Envelope envelope, SendMessage asked) {
        var message = Outgoing.asked(asked, envelope.time());
        return deliveries.add(envelope.requireTenant(), message).thenReturn(message);
    }

    private Mono<Outgoing> askAgain(Outgoing known, Envelope envelope, SendMessage asked) {
        var change = known.askedAgain(asked, envelope.time(), rules);
        return topic.publish(envelope.requireTenant(), known, change, envelope.id())
                .thenReturn(change.after());
    }

    /// The one message that tells a customer that there will be no more goes out whoever leads.
    private Mono<Void> refuseButConfirmation(Envelope envelope, Outgoing message) {
        var tenant = envelope.requireTenant();
        return stops.find(tenant, message.conversation(), List.of(message))
                .flatMap(stopped -> stopped.confirmedBy(message)
                        ? work.hasten(tenant, message.conversation(), clock.instant())
                        : topic.publish(tenant, message, message.refuse(Refusal.humanLeads()), envelope.id()));
    }
}
