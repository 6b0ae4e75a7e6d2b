package fr.accueil.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What an operator watches, over all businesses: calls whose outcome is not known, and how old the oldest message is
/// that is not settled.
@Component
class SendGauges {

    private final DatabaseClient relayDatabase;
    private final Clock clock;
    private final AtomicReference<Sending> sending = new AtomicReference<>(new Sending(0, null));

    SendGauges(@Qualifier("relayDatabase") DatabaseClient relayDatabase, Clock clock, MeterRegistry meters) {
        this.relayDatabase = relayDatabase;
        this.clock = clock;
        Gauge.builder("accueil.send.unknown", sending, it -> it.get().unknown())
                .description("Calls whose outcome is not known")
                .register(meters);
        Gauge.builder("accueil.send.oldest", this, SendGauges::age)
                .baseUnit("seconds")
                .description("Age of the oldest message that is not settled")
                .register(meters);
    }

    /// What it last saw stays when the database is away.
    @Scheduled(fixedDelay = 10_000)
    Mono<Void> look() {
        return relayDatabase
                .sql("select unknown, oldest from sending")
                .map(row -> new Sending(
                        Optional.ofNullable(row.get("unknown", Long.class)).orElse(0L),
                        row.get("oldest", Instant.class)))
                .one()
                .doOnNext(sending::set)
                .then();
    }

    private double age() {
        var oldest = sending.get().oldest();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1000.0);
    }

    private record Sending(long unknown, @Nullable Instant oldest) {}
}
