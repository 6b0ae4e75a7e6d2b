package fr.accueil.notification.reconciliation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sees Kafka go and come back: while it was away, webhooks were refused, and Twilio may have given up on them. Ingest
/// says so too, unless it died meanwhile.
@Component
class BrokerWatchWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BrokerWatchWorker.class);

    private final Supplier<Mono<Boolean>> presence;
    private final RequestReconciliation reconciliation;
    private final ReconciliationSettings settings;
    private final Watch watch = new Watch();

    @Autowired
    BrokerWatchWorker(Broker broker, RequestReconciliation reconciliation, ReconciliationSettings settings) {
        this(broker::requestPresence, reconciliation, settings);
    }

    BrokerWatchWorker(
            Supplier<Mono<Boolean>> presence, RequestReconciliation reconciliation, ReconciliationSettings settings) {
        this.presence = presence;
        this.reconciliation = reconciliation;
        this.settings = settings;
    }

    @Override
    public void start() {
        watch.now = Flux.interval(settings.look())
                .onBackpressureDrop()
                .concatMap(_ -> look())
                .subscribe();
    }

    @Override
    public void stop() {
        if (watch.now != null) {
            watch.now.dispose();
        }
        watch.now = null;
    }

    @Override
    public boolean isRunning() {
        return watch.now != null;
    }

    Mono<Void> look() {
        return presence.get()
                .flatMap(isThere -> isThere ? back() : Mono.fromRunnable(() -> watch.wasAway = true))
                .onErrorResume(e -> {
                    log.warn("Kafka's return waits to be acted upon: {}", e.toString());
                    return Mono.empty();
                })
                .then();
    }

    /// Owed until it is asked for.
    private Mono<Void> back() {
        return watch.wasAway
                ? reconciliation.all().doOnSuccess(_ -> {
                    watch.wasAway = false;
                    log.info("Kafka is back: all channels are compared");
                })
                : Mono.empty();
    }

    private static class Watch {
        volatile @Nullable Disposable now;
        volatile boolean wasAway;
    }
}
