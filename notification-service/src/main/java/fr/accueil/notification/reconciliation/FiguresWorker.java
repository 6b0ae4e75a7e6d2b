package fr.accueil.notification.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What engineers see, over all tenants and on every instance: how many messages are known to be missing, and how old
/// the oldest complete comparison is. While the database is away, what was last seen grows older.
@Component
class FiguresWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FiguresWorker.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DatabaseClient relayDatabase;
    private final Clock clock;
    private final Seen seen = new Seen();

    FiguresWorker(@Qualifier("relayDatabase") DatabaseClient relayDatabase, Clock clock, MeterRegistry meters) {
        this.relayDatabase = relayDatabase;
        this.clock = clock;
        Gauge.builder("accueil.reconciliation.gap", seen, it -> it.figures.missing())
                .description("Messages that Twilio has and that are known to be missing here")
                .register(meters);
        Gauge.builder("accueil.reconciliation.age", this, FiguresWorker::age)
                .baseUnit("seconds")
                .description("Since when Twilio's list of some channel has not been compared to the end")
                .register(meters);
    }

    @Override
    public void start() {
        seen.now = Flux.interval(Duration.ZERO, LOOK)
                .onBackpressureDrop()
                .concatMap(_ -> look())
                .subscribe();
    }

    @Override
    public void stop() {
        if (seen.now != null) {
            seen.now.dispose();
        }
        seen.now = null;
    }

    @Override
    public boolean isRunning() {
        return seen.now != null;
    }

    private Mono<Void> look() {
        return relayDatabase
                .sql("select coalesce(sum(missing), 0) as missing, min(compared_until) as oldest from reconciliation")
                .map((row, _) -> new Figures(
                        Optional.ofNullable(row.get("missing", Long.class)).orElse(0L),
                        row.get("oldest", Instant.class)))
                .one()
                .timeout(PATIENCE)
                .doOnNext(it -> seen.figures = it)
                .then()
                .onErrorResume(e -> {
                    log.debug("The figures cannot be seen: {}", e.toString());
                    return Mono.empty();
                });
    }

    private double age() {
        var oldest = seen.figures.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }

    private record Figures(long missing, @Nullable Instant oldest) {}

    private static class Seen {
        volatile @Nullable Disposable now;
        volatile Figures figures = new Figures(0, null);
    }
}
