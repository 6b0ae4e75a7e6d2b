package fr.accueil.notification.delivery;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.delivery.Conversations.Locked;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import fr.accueil.notification.delivery.SendQueue.NextStep;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Decides what comes next in a conversation, and does of it what belongs into the deciding transaction: an attempt is
/// written before it is made, under the lock under which everything that could forbid it was read.
@Component
class TakeStep {

    private static final Logger log = LoggerFactory.getLogger(TakeStep.class);

    /// While another conversation is calling the same recipient, or another message tries a sender that was held.
    private static final Duration BUSY = Duration.ofMillis(500);

    /// Of these, Twilio's names are asked for, so that no other call is taken for the one in doubt.
    private static final Duration OTHER_CALLS = Duration.ofHours(1);

    private final Conversations conversations;
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Stops stops;
    private final Holds holds;
    private final Pacing pacing;
    private final PaceSettings pace;
    private final DeliveryTopic topic;
    private final DeliveryRules rules;
    private final DeliverySettings settings;
    private final Channels channels;
    private final WorkQueue work;
    private final Clock clock;
    private final MeterRegistry meters;

    TakeStep(
            Conversations conversations,
            Deliveries deliveries,
            Attempts attempts,
            Stops stops,
            Holds holds,
            Pacing pacing,
            PaceSettings pace,
            DeliveryTopic topic,
            DeliveryRules rules,
            DeliverySettings settings,
            Channels channels,
            WorkQueue work,
            Clock clock,
            MeterRegistry meters) {
        this.conversations = conversations;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.stops = stops;
        this.holds = holds;
        this.pacing = pacing;
        this.pace = pace;
        this.topic = topic;
        this.rules = rules;
        this.settings = settings;
        this.channels = channels;
        this.work = work;
        this.clock = clock;
        this.meters = meters;
    }

    /// Runs in the caller's transaction of the tenant.
    ///
    /// @param shift after it the work is given back, so that the lease is taken anew
    Mono<SendTask> take(LeasedWork leased, Deadline shift) {
        var tenant = leased.tenant();
        var conversation = ConversationId.of(leased.key());
        return conversations
                .lock(tenant, conversation)
                .flatMap(locked -> deliveries
                        .findUnsettled(tenant, conversation)
                        .flatMap(messages -> {
                            if (messages.isEmpty()) {
                                return work.finish(leased).thenReturn(new SendTask.Leave());
                            }
                            if (shift.passed()) {
                                return giveBack(leased, clock.instant());
                            }
                            return decide(leased, locked, messages);
                        }));
    }

    private Mono<SendTask> decide(LeasedWork leased, Locked locked, List<Outgoing> messages) {
        var tenant = leased.tenant();
        var conversation = messages.getFirst().conversation();
        return stops.find(tenant, conversation, messages)
                .flatMap(stopped -> holds.find(tenant, messages).flatMap(held -> {
                    var queue = new SendQueue(locked.fence(), stopped, held, messages);
                    return prepare(leased, locked, held, queue.next(clock.instant(), rules));
                }));
    }

    private Mono<SendTask> prepare(LeasedWork leased, Locked locked, List<Hold> held, NextStep step) {
        return switch (step) {
            case NextStep.Rest() -> work.finish(leased).thenReturn(new SendTask.Leave());
            case NextStep.Wait(var until) -> giveBack(leased, until);
            case NextStep.Tell(var message, var notice, var sentence) ->
                goOn(leased.tenant(), message, message.tell(notice, sentence));
            case NextStep.Refuse(var message, var refusal) -> refuse(leased.tenant(), message, refusal);
            case NextStep.LookUp(var message, var part, var attempt) ->
                prepareLookUp(leased.tenant(), message, part, attempt);
            case NextStep.Send(var message, var part) ->
                Mono.justOrEmpty(channels.find(leased.tenant(), message.channel()))
                        .flatMap(channel -> inOrder(leased, message)
                                .switchIfEmpty(Mono.defer(() -> inTurn(leased, locked, channel)))
                                .switchIfEmpty(Mono.defer(() -> prepareCall(leased, held, message, part, channel))))
                        .switchIfEmpty(Mono.defer(() -> refuse(leased.tenant(), message, Refusal.channelUnknown())));
        };
    }

    private Mono<SendTask> giveBack(LeasedWork leased, Instant until) {
        return work.postpone(leased, until).thenReturn(new SendTask.Leave());
    }

    private Mono<SendTask> wait(LeasedWork leased, Instant until, String what) {
        meters.counter("accueil.send.waits", "for", what).increment();
        return giveBack(leased, until);
    }

    private Mono<SendTask> refuse(TenantId tenant, Outgoing message, Refusal refusal) {
        log.info("Message {} is not sent: {}", message.id(), refusal.reason());
        return goOn(tenant, message, message.refuse(refusal));
    }

    private Mono<SendTask> goOn(TenantId tenant, Outgoing message, Change change) {
        return topic.publish(tenant, message, change, message.id().value()).thenReturn(new SendTask.GoOn());
    }

    private Mono<SendTask> prepareLookUp(TenantId tenant, Outgoing message, Part part, Attempt attempt) {
        return Mono.justOrEmpty(channels.find(tenant, message.channel()))
                .flatMap(channel -> attempts.findSids(
                                tenant, message, attempt, attempt.startedAt().minus(OTHER_CALLS))
                        .<SendTask>map(
                                others -> new SendTask.LookUp(toDispatch(channel, message, part, attempt), others)))
                .switchIfEmpty(Mono.defer(() -> goOn(
                        tenant,
                        message,
                        message.sighted(attempt.id(), new Sighting.NoOneToAsk(), clock.instant(), rules))));
    }

    /// WhatsApp may turn round two messages that are under way together. A phone that is off holds nobody up for long.
    ///
    /// @return empty when nothing that was sent before is still on its way
    private Mono<SendTask> inOrder(LeasedWork leased, Outgoing message) {
        var patience = settings.orderPatience();
        return patience.isZero()
                ? Mono.empty()
                : attempts.findNewestUnderWay(
                                leased.tenant(), message, clock.instant().minus(patience))
                        .flatMap(begun -> wait(leased, begun.plus(patience), "order"));
    }

    /// What waits for its turn spends no attempt.
    ///
    /// @return empty when its turn is now
    private Mono<SendTask> inTurn(LeasedWork leased, Locked locked, Channel channel) {
        var now = clock.instant();
        var pair = pace.pair().wait(locked.pairDebt());
        if (pair.isPositive()) {
            return wait(leased, now.plus(pair), "recipient");
        }
        if (locked.turnAt() != null) {
            return locked.turnAt().isAfter(now) ? giveBack(leased, locked.turnAt()) : Mono.empty();
        }
        return pacing.takeTurn(leased.tenant(), channel)
                .filter(Duration::isPositive)
                .map(now::plus)
                .flatMap(turn -> conversations
                        .saveTurn(leased.tenant(), ConversationId.of(leased.key()), turn)
                        .then(wait(leased, turn, "sender")));
    }

    private Mono<SendTask> prepareCall(
            LeasedWork leased, List<Hold> held, Outgoing message, Part part, Channel channel) {
        var now = clock.instant();
        var overAt = now.plus(settings.callTimeout()).plus(settings.lookUpAfterSilence());
        var attempt = Attempt.started(Ids.next(), message.round(), message.recipient(), now, overAt);
        var probes = held.stream().anyMatch(it -> it.channel().equals(message.channel()));
        var call = new SendTask.Call(toDispatch(channel, message, part, attempt), waitOf(message, part, now), probes);
        return probe(leased.tenant(), message, probes, now)
                .filter(mayTry -> mayTry)
                .flatMap(_ -> attempts.add(leased.tenant(), message, part.number(), attempt))
                .filter(isAlone -> isAlone)
                .<SendTask>flatMap(_ -> deliveries
                        .save(leased.tenant(), message, message.attempt(part.number(), attempt))
                        .then(conversations.spendPair(
                                leased.tenant(),
                                message.conversation(),
                                pace.pair().every()))
                        .thenReturn(call))
                .switchIfEmpty(Mono.defer(() -> giveBack(leased, now.plus(BUSY))));
    }

    private Mono<Boolean> probe(TenantId tenant, Outgoing message, boolean probes, Instant now) {
        return probes
                ? holds.probe(
                        tenant,
                        message.channel(),
                        now,
                        now.plus(settings.callTimeout().multipliedBy(2)))
                : Mono.just(true);
    }

    private Dispatch toDispatch(Channel channel, Outgoing message, Part part, Attempt attempt) {
        return new Dispatch(
                channel,
                message.conversation(),
                message.id(),
                part.number(),
                attempt.id(),
                attempt.recipient(),
                part.body(),
                message.template(),
                attempt.startedAt(),
                Deadline.in(settings.callTimeout()));
    }

    /// From when it was asked for to its first call; nothing for a repeated one.
    private static Optional<Duration> waitOf(Outgoing message, Part part, Instant now) {
        return part.number() == 0 && part.attempts().isEmpty()
                ? Optional.of(Duration.between(message.askedAt(), now)).filter(it -> !it.isNegative())
                : Optional.empty();
    }
}
