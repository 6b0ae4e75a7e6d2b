package fr.accueil.notification.delivery;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.notification.channel.Channel;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import fr.accueil.notification.delivery.SendQueue.NextStep;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.logging.LogContext;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sends one conversation's messages, in order: decides in a short transaction what comes next and records an attempt
/// before it is made, calls with no transaction open, and records what came of it whoever has the lease by then, for
/// what happened outside has happened.
@Component
class SendWorker implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(SendWorker.class);

    /// After this much work the lease is given back and taken anew.
    private static final Duration SHIFT = Duration.ofSeconds(25);

    /// While another conversation is calling the same recipient.
    private static final Duration RECIPIENT_BUSY = Duration.ofMillis(500);

    /// How far Twilio's clock, which dates by the second, may be behind ours. What this lets in too much is known to be
    /// of another call by its name.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private static final Duration OTHER_CALLS = Duration.ofHours(1);

    private final Deliveries deliveries;
    private final DeliveryTopic topic;
    private final DeliveryRules rules;
    private final DeliverySettings settings;
    private final Channels channels;
    private final WhatsApp whatsApp;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer wait;

    SendWorker(
            Deliveries deliveries,
            DeliveryTopic topic,
            DeliveryRules rules,
            DeliverySettings settings,
            Channels channels,
            WhatsApp whatsApp,
            WorkQueue work,
            TenantTransaction transaction,
            Clock clock,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.topic = topic;
        this.rules = rules;
        this.settings = settings;
        this.channels = channels;
        this.whatsApp = whatsApp;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
        this.wait = Timer.builder("accueil.send.wait")
                .description("From when a message was asked for to its first call")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public String kind() {
        return SendWork.KIND;
    }

    @Override
    public Duration lease() {
        return SHIFT.plus(settings.callTimeout().multipliedBy(3));
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Mono<Void> handle(LeasedWork leased) {
        var shift = Deadline.in(SHIFT);
        return Mono.defer(() -> takeStep(leased, shift))
                .repeat()
                .takeUntil(leftWork -> leftWork)
                .then();
    }

    /// @return true when the work was given back
    private Mono<Boolean> takeStep(LeasedWork leased, Deadline shift) {
        return transaction
                .in(leased.tenant(), decide(leased, shift))
                .flatMap(task -> act(leased.tenant(), task)
                        .contextWrite(LogContext.of(Map.of(LogContext.MESSAGE, task.name()))));
    }

    private Mono<Task> decide(LeasedWork leased, Deadline shift) {
        var conversation = ConversationId.of(leased.key());
        return deliveries
                .lock(leased.tenant(), conversation)
                .flatMap(fence -> deliveries
                        .findUnsettled(leased.tenant(), conversation)
                        .map(messages -> new SendQueue(fence, messages).next(clock.instant(), settings.queuePatience()))
                        .flatMap(step -> shift.passed() ? giveBack(leased, clock.instant()) : prepare(leased, step)));
    }

    private Mono<Task> prepare(LeasedWork leased, NextStep step) {
        return switch (step) {
            case NextStep.Rest() -> work.finish(leased).thenReturn(new Task.Leave());
            case NextStep.Wait(var until) -> giveBack(leased, until);
            case NextStep.Refuse(var message, var refusal) -> refuse(leased.tenant(), message, refusal);
            case NextStep.LookUp(var message, var part, var attempt) ->
                prepareLookUp(leased.tenant(), message, part, attempt);
            case NextStep.Send(var message, var part) -> prepareCall(leased, message, part);
        };
    }

    private Mono<Task> giveBack(LeasedWork leased, Instant until) {
        return work.postpone(leased, until).thenReturn(new Task.Leave());
    }

    private Mono<Task> refuse(TenantId tenant, Outgoing message, Refusal refusal) {
        log.info("Message {} is not sent: {}", message.id(), refusal.reason());
        return topic.publish(
                        tenant, message, message.refuse(refusal), message.id().value())
                .thenReturn(new Task.GoOn());
    }

    private Mono<Task> prepareLookUp(TenantId tenant, Outgoing message, Part part, Attempt attempt) {
        return Mono.justOrEmpty(channels.find(tenant, message.channel()))
                .map(channel -> toDispatch(channel, message, part, attempt))
                .<Task>flatMap(dispatch -> deliveries
                        .findSids(tenant, message, attempt.startedAt().minus(OTHER_CALLS))
                        .map(others -> new Task.LookUp(dispatch, others)))
                .switchIfEmpty(Mono.error(() -> new WhatsApp.NotLookedUp("the channel is gone")));
    }

    /// Everything that could forbid the call was read under the lock of this very transaction.
    private Mono<Task> prepareCall(LeasedWork leased, Outgoing message, Part part) {
        var channel = channels.find(leased.tenant(), message.channel());
        if (channel.isEmpty()) {
            return refuse(leased.tenant(), message, Refusal.channelUnknown());
        }
        var now = clock.instant();
        var lookUpAfter = now.plus(settings.callTimeout()).plus(settings.lookUpAfterSilence());
        var attempt = Attempt.started(Ids.next(), now, lookUpAfter);
        var dispatch = toDispatch(channel.get(), message, part, attempt);
        return deliveries
                .addAttempt(leased.tenant(), message, part.number(), attempt)
                .flatMap(isAlone -> isAlone
                        ? deliveries
                                .save(leased.tenant(), message, message.attempt(part.number(), attempt))
                                .thenReturn(new Task.Call(dispatch, waitOf(message, part, now)))
                        : giveBack(leased, now.plus(RECIPIENT_BUSY)));
    }

    private Mono<Boolean> act(TenantId tenant, Task task) {
        return switch (task) {
            case Task.Leave() -> Mono.just(true);
            case Task.GoOn() -> Mono.just(false);
            case Task.Call(var dispatch, var waited) ->
                call(tenant, dispatch, waited).thenReturn(false);
            case Task.LookUp(var dispatch, var others) ->
                whatsApp.requestSighting(dispatch, dispatch.startedAt().minus(CLOCK_SKEW), others)
                        .flatMap(sighting -> record(tenant, dispatch, sighting))
                        .thenReturn(false);
        };
    }

    private Mono<Void> call(TenantId tenant, Dispatch dispatch, Optional<Duration> waited) {
        waited.ifPresent(wait::record);
        return whatsApp.requestSend(dispatch).flatMap(outcome -> record(tenant, dispatch, outcome));
    }

    private Mono<Void> record(TenantId tenant, Dispatch dispatch, SendOutcome outcome) {
        return change(
                tenant, dispatch, message -> message.answered(dispatch.attempt(), outcome, clock.instant(), rules));
    }

    private Mono<Void> record(TenantId tenant, Dispatch dispatch, Sighting sighting) {
        meters.counter("accueil.send.lookups", "found", String.valueOf(sighting instanceof Sighting.Seen))
                .increment();
        return change(
                tenant, dispatch, message -> message.sighted(dispatch.attempt(), sighting, clock.instant(), rules));
    }

    private Mono<Void> change(TenantId tenant, Dispatch dispatch, Function<Outgoing, Change> news) {
        var before = deliveries.lock(tenant, dispatch.conversation()).then(deliveries.find(tenant, dispatch.message()));
        return transaction.in(
                tenant,
                before.flatMap(message -> topic.publish(
                        tenant, message, news.apply(message), dispatch.message().value())));
    }

    private Dispatch toDispatch(Channel channel, Outgoing message, Part part, Attempt attempt) {
        return new Dispatch(
                channel,
                message.conversation(),
                message.id(),
                part.number(),
                attempt.id(),
                message.recipient(),
                part.body(),
                attempt.startedAt(),
                Deadline.in(settings.callTimeout()));
    }

    /// From when it was asked for to its first call; nothing for a repeated one.
    private static Optional<Duration> waitOf(Outgoing message, Part part, Instant now) {
        return part.number() == 0 && part.attempts().isEmpty()
                ? Optional.of(Duration.between(message.askedAt(), now)).filter(it -> !it.isNegative())
                : Optional.empty();
    }

    /// What a decision leaves to be done outside its transaction.
    private sealed interface Task {

        default String name() {
            return switch (this) {
                case Call(var dispatch, var _) -> dispatch.message().toString();
                case LookUp(var dispatch, var _) -> dispatch.message().toString();
                case Leave(), GoOn() -> "";
            };
        }

        record Call(Dispatch dispatch, Optional<Duration> waited) implements Task {}

        record LookUp(Dispatch dispatch, Set<String> others) implements Task {}

        record GoOn() implements Task {}

        record Leave() implements Task {}
    }
}
