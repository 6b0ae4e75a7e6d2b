package fr.accueil.platform.work;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.platform.database.Signals;
import fr.accueil.platform.logging.LogContext;
import fr.accueil.platform.tracing.TraceCarrier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Claims due work of one kind in a short transaction, hands it to its handler, and gives back what failed, for
/// later.
class DueWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DueWorker.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(60);
    private static final Duration SHUTDOWN = Duration.ofSeconds(15);

    private final WorkHandler handler;
    private final DatabaseClient database;
    private final TraceCarrier trace;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Semaphore slots;
    private final Timer lateness;
    private final Counter failures;
    private volatile boolean running;
    private @Nullable Thread thread;

    DueWorker(
            WorkHandler handler,
            DatabaseClient relayDatabase,
            TraceCarrier trace,
            Clock clock,
            Signals signals,
            MeterRegistry meters,
            String schema) {
        this.handler = handler;
        this.database = relayDatabase;
        this.trace = trace;
        this.clock = clock;
        this.slots = new Semaphore(handler.concurrency());
        this.lateness = Timer.builder("accueil.work.lateness")
                .description("From when work was due to when it was taken up")
                .tag("kind", handler.kind())
                .register(meters);
        this.failures = Counter.builder("accueil.work.failures")
                .tag("kind", handler.kind())
                .register(meters);
        signals.on(schema + WorkQueue.CHANNEL_SUFFIX, wake::release);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("work-" + handler.kind()).daemon().start(this::run);
    }

    /// Takes up nothing new and lets what runs end; what does not end in time is another worker's when its lease is
    /// over.
    @Override
    public void stop() {
        running = false;
        wake.release();
        try {
            if (thread != null) {
                thread.join(SHUTDOWN);
            }
            if (!slots.tryAcquire(handler.concurrency(), SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Work of kind {} is left to its lease", handler.kind());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                slots.acquire();
                slots.release();
                var free = slots.availablePermits();
                var claimed = free == 0 ? List.<Claim>of() : claim(free);
                claimed.forEach(this::begin);
                if (claimed.isEmpty()) {
                    pause(untilNext());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("Work of kind {} waits: {}", handler.kind(), e.toString());
                pause(LOOK_AGAIN);
            }
        }
    }

    private List<Claim> claim(int most) {
        var lease = Ids.next();
        var claimed = database.sql("""
                        update due_work w
                        set lease = :lease, lease_until = clock_timestamp() + make_interval(secs => :seconds)
                        from (
                          select kind, key from due_work
                          where kind = :kind and due <= :now and (lease is null or lease_until < clock_timestamp())
                          order by due limit :most for update skip locked) c
                        where w.kind = c.kind and w.key = c.key
                        returning w.tenant, w.key, w.payload, w.version, w.attempts, w.due, w.traceparent""")
                .bind("lease", lease)
                .bind("seconds", (double) handler.lease().toSeconds())
                .bind("kind", handler.kind())
                .bind("now", clock.instant())
                .bind("most", most)
                .map((row, _) -> new Claim(
                        new LeasedWork(
                                new TenantId(required(row, "tenant", UUID.class)),
                                handler.kind(),
                                required(row, "key", String.class),
                                required(row, "payload", String.class),
                                required(row, "version", Long.class),
                                required(row, "attempts", Integer.class),
                                lease),
                        required(row, "due", Instant.class),
                        row.get("traceparent", String.class)))
                .all()
                .collectList()
                .block(PATIENCE);
        return claimed == null ? List.of() : claimed;
    }

    private void begin(Claim claim) {
        var work = claim.work();
        var late = Duration.between(claim.due(), clock.instant());
        lateness.record(late.isNegative() ? Duration.ZERO : late);
        slots.acquireUninterruptibly();
        var observation = trace.resume(claim.traceparent(), "accueil.work", handler.kind());
        Mono.defer(() -> handler.handle(work))
                .timeout(handler.lease())
                .onErrorResume(e -> giveBack(work, e))
                .contextWrite(LogContext.of(
                        Map.of(LogContext.TENANT, work.tenant().toString(), LogContext.CONVERSATION, work.key())))
                .contextWrite(it -> it.put(ObservationThreadLocalAccessor.KEY, observation))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(handler.lease().plus(PATIENCE))
                .doFinally(_ -> {
                    observation.stop();
                    slots.release();
                    wake.release();
                })
                .subscribe(
                        _ -> {}, e -> log.warn("Work of kind {} is left to its lease: {}", work.kind(), e.toString()));
    }

    private Mono<Void> giveBack(LeasedWork work, Throwable e) {
        if (e instanceof LeaseLost) {
            log.info("Lost the lease of {}", work.kind());
            return Mono.empty();
        }
        if (e instanceof WorkOutdated) {
            log.debug("{}: {}", work.kind(), e.getMessage());
            return release(work, clock.instant(), 0, null);
        }
        failures.increment();
        if (work.attempts() == 0) {
            log.warn("Work of kind {} failed", work.kind(), e);
        } else {
            log.warn("Work of kind {} failed again (attempt {}): {}", work.kind(), work.attempts() + 1, e.toString());
        }
        return release(work, clock.instant().plus(backoff(work.attempts())), 1, e.toString());
    }

    private Mono<Void> release(LeasedWork work, Instant due, int failed, @Nullable String error) {
        return database.sql("""
                        update due_work set lease = null, lease_until = null, attempts = attempts + :failed,
                          last_error = coalesce(:error, last_error),
                          due = case when version = :version then greatest(due, :due) else due end
                        where kind = :kind and key = :key and lease = :lease""")
                .bind("failed", failed)
                .bind("error", Parameter.fromOrEmpty(error, String.class))
                .bind("version", work.version())
                .bind("due", due)
                .bind("kind", work.kind())
                .bind("key", work.key())
                .bind("lease", work.lease())
                .then();
    }

    private static Duration backoff(int attempts) {
        var seconds = Math.min(MAX_BACKOFF.toSeconds(), 1L << Math.min(attempts, 10));
        return Duration.ofSeconds(seconds);
    }

    /// Until the next is due, but never long: the clock may move, and a signal may be lost.
    private Duration untilNext() {
        var due = database.sql("select min(due) as due from due_work where kind = :kind and lease is null")
                .bind("kind", handler.kind())
                .map((row, _) -> Optional.ofNullable(row.get("due", Instant.class)))
                .one()
                .block(PATIENCE);
        if (due == null || due.isEmpty()) {
            return LOOK_AGAIN;
        }
        var until = Duration.between(clock.instant(), due.get());
        return until.compareTo(LOOK_AGAIN) > 0 ? LOOK_AGAIN : until.isNegative() ? Duration.ofMillis(1) : until;
    }

    private void pause(Duration duration) {
        try {
            if (wake.tryAcquire(Math.max(1, duration.toMillis()), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private record Claim(
            LeasedWork work, Instant due, @Nullable String traceparent) {}
}
