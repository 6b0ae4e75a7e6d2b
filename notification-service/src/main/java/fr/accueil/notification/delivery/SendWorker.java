package fr.accueil.notification.delivery;

import fr.accueil.events.TenantId;
import fr.accueil.notification.delivery.Dispatch.Deadline;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.logging.LogContext;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sends one conversation's messages, in order: decides in a short transaction what comes next and records an attempt
/// before it is made, calls with no transaction open, and records what came of it.
@Component
class SendWorker implements WorkHandler {

    /// After this much work the lease is given back and taken anew.
    private static final Duration SHIFT = Duration.ofSeconds(10);

    /// How far Twilio's clock, which dates by the second, may be behind ours. What this lets in too much is known to be
    /// of another call by its name.
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(2);

    private final TakeStep steps;
    private final RecordOutcome outcomes;
    private final TenantShares shares;
    private final DeliverySettings settings;
    private final WhatsApp whatsApp;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Timer wait;

    SendWorker(
            TakeStep steps,
            RecordOutcome outcomes,
            TenantShares shares,
            DeliverySettings settings,
            WhatsApp whatsApp,
            WorkQueue work,
            TenantTransaction transaction,
            Clock clock,
            MeterRegistry meters) {
        this.steps = steps;
        this.outcomes = outcomes;
        this.shares = shares;
        this.settings = settings;
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
        return SHIFT.plus(settings.callTimeout().multipliedBy(2));
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Mono<Void> handle(LeasedWork leased) {
        return shares.enter(leased.tenant())
                .map(later -> giveBack(leased, later))
                .orElseGet(() -> work(leased));
    }

    private Mono<Void> giveBack(LeasedWork leased, Duration later) {
        meters.counter("accueil.send.waits", "for", "share").increment();
        return transaction.in(
                leased.tenant(), work.postpone(leased, clock.instant().plus(later)));
    }

    private Mono<Void> work(LeasedWork leased) {
        var began = System.nanoTime();
        var shift = Deadline.in(SHIFT);
        return Mono.defer(() -> takeStep(leased, shift))
                .repeat()
                .takeUntil(leftWork -> leftWork)
                .then()
                .doFinally(_ -> shares.leave(leased.tenant(), Duration.ofNanos(System.nanoTime() - began)));
    }

    /// @return true when the work was given back
    private Mono<Boolean> takeStep(LeasedWork leased, Deadline shift) {
        return transaction
                .in(leased.tenant(), steps.take(leased, shift))
                .flatMap(task -> act(leased.tenant(), task)
                        .contextWrite(LogContext.of(Map.of(LogContext.MESSAGE, task.message()))));
    }

    private Mono<Boolean> act(TenantId tenant, SendTask task) {
        return switch (task) {
            case SendTask.Leave() -> Mono.just(true);
            case SendTask.GoOn() -> Mono.just(false);
            case SendTask.Call call -> call(tenant, call).thenReturn(false);
            case SendTask.LookUp(var dispatch, var others) ->
                whatsApp.requestSighting(dispatch, dispatch.startedAt().minus(CLOCK_SKEW), others)
                        .flatMap(sighting -> outcomes.record(tenant, dispatch, sighting))
                        .thenReturn(false);
        };
    }

    private Mono<Void> call(TenantId tenant, SendTask.Call call) {
        call.waited().ifPresent(wait::record);
        return whatsApp.requestSend(call.dispatch()).flatMap(outcome -> outcomes.record(tenant, call, outcome));
    }
}
