package fr.accueil.notification.retention;

import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Deletes, once an hour and business by business, what was sent longer ago than the business keeps it. Several
/// instances take different rows, so that they need no lease.
@Component
class RetentionWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RetentionWorker.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration REST = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Periods periods;
    private final TenantTransaction transaction;
    private final KeptLongEnough kept;
    private final Clock clock;
    private final Object pause = new Object();
    private final AtomicBoolean running = new AtomicBoolean();

    RetentionWorker(Periods periods, TenantTransaction transaction, KeptLongEnough kept, Clock clock) {
        this.periods = periods;
        this.transaction = transaction;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public void start() {
        running.set(true);
        Thread.ofPlatform().name("retention").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running.set(false);
        synchronized (pause) {
            pause.notifyAll();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    private void run() {
        while (running.get()) {
            rest(EVERY);
            periods.all().forEach(this::deleteOld);
        }
    }

    void deleteOld(TenantId tenant, Duration period) {
        try {
            while (running.get() && deleteSome(tenant, period)) {
                rest(REST);
            }
        } catch (RuntimeException e) {
            log.warn("What a business keeps no longer waits for the next hour: {}", e.toString());
        }
    }

    boolean deleteSome(TenantId tenant, Duration period) {
        return Boolean.TRUE.equals(transaction
                .in(tenant, kept.deleteSome(tenant, clock.instant().minus(period)))
                .block(PATIENCE));
    }

    private void rest(Duration how) {
        synchronized (pause) {
            if (running.get()) {
                try {
                    pause.wait(how.toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    running.set(false);
                }
            }
        }
    }
}
