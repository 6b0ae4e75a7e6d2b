package fr.accueil.conversation.tenant;

import fr.accueil.events.TenantId;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The work that a business needs once a day, from when it is saved on.
@Component
public class Upkeep {

    public static final String KIND = "upkeep";

    /// Deletes what was kept long enough.
    public static final String RETENTION = "retention";

    public static final Duration EVERY = Duration.ofDays(1);

    private final WorkQueue work;
    private final Clock clock;

    Upkeep(WorkQueue work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /// In the transaction that saves the business.
    Mono<Void> begin(TenantId tenant) {
        var due = clock.instant().plus(EVERY);
        return work.hasten(tenant, KIND, tenant.toString(), due, "")
                .then(Mono.defer(() -> work.hasten(tenant, RETENTION, tenant.toString(), due, "")));
    }

    /// The periods have changed.
    Mono<Void> forgetSoon(TenantId tenant) {
        return work.hasten(tenant, RETENTION, tenant.toString(), clock.instant(), "");
    }
}
