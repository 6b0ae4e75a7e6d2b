package fr.accueil.router.dialogue;

import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.router.knowledge.Businesses;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Deletes, once an hour and business by business, what was said longer ago than the business keeps it. Several
/// instances take different rows, so that they need no lease.
@Component
class RetentionWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RetentionWorker.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Businesses businesses;
    private final TenantTransaction transaction;
    private final KeptLongEnough kept;
    private final Clock clock;
    private final Object pause = new Object();
    private volatile boolean running;
    private @Nullable Thread thread;

    RetentionWorker(Businesses businesses, TenantTransaction transaction, KeptLongEnough kept, Clock clock) {
        this.businesses = businesses;
        this.transaction = transaction;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("retention").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        synchronized (pause) {
            pause.notifyAll();
        }
    }

    @Override
    public boolean isRunning() {
        return running && thread != null && thread.isAlive();
    }

    private void run() {
        while (running) {
            rest(EVERY);
            businesses.periods().forEach(this::deleteOld);
        }
    }

    void deleteOld(TenantId tenant, Duration period) {
        try {
            while (running && deleteSome(tenant, period)) {
                rest(REST);
            }
        } catch (RuntimeException e) {
            log.warn("What a business keeps no longer waits for the next hour: {}", e.toString());
        }
    }

    boolean deleteSome(TenantId tenant, Duration period) {
        return Boolean.TRUE.equals(transaction
                .in(tenant, kept.deleteSome(clock.instant().minus(period)))
                .block(PATIENCE));
    }

    private void rest(Duration how) {
        synchronized (pause) {
            if (running) {
                try {
                    pause.wait(how.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    running = false;
                }
            }
        }
    }
}
