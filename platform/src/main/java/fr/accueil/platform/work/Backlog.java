package fr.accueil.platform.work;

import fr.accueil.platform.database.RelayConnections;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How long what waits has been waiting: the oldest event that Kafka does not have yet, and the oldest due work that
/// nobody has taken up. Looked up by every instance, so that it grows also while relay and workers are dead or stuck;
/// while the database is away, what was last seen grows older. Also forgets handled events that can no longer come
/// again.
class Backlog implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Backlog.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Longer than any topic keeps an event (14 days).
    private static final Duration KEEP_HANDLED = Duration.ofDays(21);

    private static final int FORGET_AT_ONCE = 10_000;

    private final RelayConnections connections;
    private final Clock clock;
    private final List<String> kinds;
    private final Map<String, Instant> oldestWork = new ConcurrentHashMap<>();
    private volatile @Nullable Instant oldestEvent;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    Backlog(RelayConnections connections, Clock clock, MeterRegistry meters, List<String> kinds) {
        this.connections = connections;
        this.clock = clock;
        this.kinds = kinds;
        Gauge.builder("accueil.outbox.age", this, it -> it.age(it.oldestEvent))
                .baseUnit("seconds")
                .description("Age of the oldest event that Kafka does not have yet")
                .register(meters);
        kinds.forEach(kind -> Gauge.builder("accueil.work.age", this, it -> it.age(it.oldestWork.get(kind)))
                .baseUnit("seconds")
                .description("For how long the oldest due work has been due without being taken up")
                .tag("kind", kind)
                .register(meters));
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        Thread.ofPlatform().name("backlog").daemon().start(this::run);
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private void run() {
        while (isRunning()) {
            try {
                Mono.usingWhen(connections.open(), this::look, PostgresqlConnection::close)
                        .block(PATIENCE);
            } catch (RuntimeException e) {
                log.debug("The backlog cannot be seen: {}", e.toString());
            }
            pause();
        }
    }

    private Mono<Void> look(PostgresqlConnection connection) {
        return oldestEvent(connection)
                .doOnNext(it -> oldestEvent = it.orElse(null))
                .thenMany(Flux.fromIterable(kinds)
                        .concatMap(kind -> oldestWork(connection, kind)
                                .doOnNext(it -> it.ifPresentOrElse(
                                        due -> oldestWork.put(kind, due), () -> oldestWork.remove(kind)))))
                .then(forget(connection));
    }

    private static Mono<Optional<Instant>> oldestEvent(PostgresqlConnection connection) {
        return connection
                .createStatement("select created_at from outbox order by position limit 1")
                .execute()
                .flatMap(result -> result.map((row, _) -> Optional.ofNullable(row.get(0, Instant.class))))
                .next()
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Optional<Instant>> oldestWork(PostgresqlConnection connection, String kind) {
        return connection
                .createStatement("""
                        select due from due_work
                        where kind = $1 and due <= $2 and (lease is null or lease_until < clock_timestamp())
                        order by due limit 1""")
                .bind("$1", kind)
                .bind("$2", clock.instant())
                .execute()
                .flatMap(result -> result.map((row, _) -> Optional.ofNullable(row.get(0, Instant.class))))
                .next()
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Void> forget(PostgresqlConnection connection) {
        return connection
                .createStatement("""
                        delete from inbox where (reader, event_id) in (
                          select reader, event_id from inbox where handled_at < $1 order by handled_at limit $2)""")
                .bind("$1", clock.instant().minus(KEEP_HANDLED))
                .bind("$2", FORGET_AT_ONCE)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then();
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0;
    }

    private void pause() {
        try {
            var _ = stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
