package fr.accueil.notification.checks;

import fr.accueil.events.ChannelRequest.CheckChannel;
import fr.accueil.events.TenantId;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notes what a person asks to be checked, for the worker: of a channel the newest credentials only.
@Component
public class RequestCheck {

    static final String KIND = "check";

    private final PendingChecks pending;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;

    RequestCheck(PendingChecks pending, WorkQueue work, TenantTransaction transaction, Clock clock) {
        this.pending = pending;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Void> now(TenantId tenant, CheckChannel request) {
        return transaction.in(
                tenant,
                pending.save(tenant, request)
                        .then(Mono.defer(() ->
                                work.hasten(tenant, KIND, request.channel().toString(), clock.instant(), ""))));
    }
}
