package fr.accueil.notification.delivery;

import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes down what came of a call, whoever has the lease by then: what happened outside has happened.
@Component
class RecordOutcome {

    private final Conversations conversations;
    private final Deliveries deliveries;
    private final Fencing fencing;
    private final Lessons lessons;
    private final Holds holds;
    private final DeliveryTopic topic;
    private final DeliveryRules rules;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    RecordOutcome(
            Conversations conversations,
            Deliveries deliveries,
            Fencing fencing,
            Lessons lessons,
            Holds holds,
            DeliveryTopic topic,
            DeliveryRules rules,
            TenantTransaction transaction,
            Clock clock,
            MeterRegistry meters) {
        this.conversations = conversations;
        this.deliveries = deliveries;
        this.fencing = fencing;
        this.lessons = lessons;
        this.holds = holds;
        this.topic = topic;
        this.rules = rules;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    Mono<Void> record(TenantId tenant, SendTask.Call call, SendOutcome outcome) {
        var dispatch = call.dispatch();
        var maySendAgain = call.probe() && outcome instanceof SendOutcome.Taken;
        return change(
                tenant,
                dispatch,
                outcome.errorCode(),
                message -> message.answered(dispatch.attempt(), outcome, clock.instant(), rules),
                maySendAgain ? holds.end(tenant, dispatch.channel().id()) : Mono.empty());
    }

    Mono<Void> record(TenantId tenant, Dispatch dispatch, Sighting sighting) {
        meters.counter("accueil.send.lookups", "found", nameOf(sighting)).increment();
        return change(
                tenant,
                dispatch,
                sighting instanceof Sighting.Seen(var _, var state, var code) && state.failed()
                        ? Optional.ofNullable(code)
                        : Optional.empty(),
                message -> message.sighted(dispatch.attempt(), sighting, clock.instant(), rules),
                Mono.empty());
    }

    private Mono<Void> change(
            TenantId tenant,
            Dispatch dispatch,
            Optional<String> code,
            Function<Outgoing, Change> news,
            Mono<Void> then) {
        return transaction.in(
                tenant,
                conversations
                        .lock(tenant, dispatch.conversation())
                        .flatMap(locked -> deliveries
                                .find(tenant, dispatch.message())
                                .flatMap(message -> topic.publish(
                                                tenant,
                                                message,
                                                news.apply(message),
                                                dispatch.message().value())
                                        .then(lessons.learn(tenant, message, code)))
                                .then(then)
                                .then(fencing.settle(
                                        tenant,
                                        dispatch.conversation(),
                                        locked.fence(),
                                        dispatch.message().value()))
                                .then()));
    }

    private static String nameOf(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Seen _ -> "true";
            case Sighting.NotSeen() -> "false";
            case Sighting.NotLookedUp _, Sighting.NoOneToAsk() -> "unknown";
        };
    }
}
