package fr.accueil.notification.reconciliation;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.notification.channel.Channels;
import fr.accueil.notification.channel.FollowsChannels;
import fr.accueil.notification.statuses.RequestStatuses;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks for comparisons, and for what became of what was sent. What is asked for twice is done once; what is still too
/// young when its turn comes is looked at again when it is old enough.
@Component
public class RequestReconciliation implements FollowsChannels {

    static final String KIND = "reconciliation";

    private static final int AT_ONCE = 8;

    private final ReconciliationSettings settings;
    private final Reconciliations reconciliations;
    private final RequestStatuses statuses;
    private final Channels channels;
    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;

    RequestReconciliation(
            ReconciliationSettings settings,
            Reconciliations reconciliations,
            RequestStatuses statuses,
            Channels channels,
            WorkQueue work,
            TenantTransaction transaction,
            Clock clock) {
        this.settings = settings;
        this.reconciliations = reconciliations;
        this.statuses = statuses;
        this.channels = channels;
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Now, and again for what is too young now.
    public Mono<Void> now(TenantId tenant, ChannelId channel) {
        var now = clock.instant();
        return request(tenant, channel, now, now);
    }

    /// Once what came until then is old enough.
    Mono<Void> after(TenantId tenant, ChannelId channel, Instant until) {
        var now = clock.instant();
        var due = until.plus(settings.settle());
        return request(tenant, channel, until, due.isBefore(now) ? now : due);
    }

    /// Every channel, spread a little.
    Mono<Void> all() {
        return Flux.fromIterable(channels.all())
                .flatMap(it -> begin(it.tenant(), it.channel()), AT_ONCE)
                .then();
    }

    @Override
    public Mono<Void> begin(TenantId tenant, ChannelId channel) {
        var now = clock.instant();
        var spread = ThreadLocalRandom.current().nextLong(settings.spread().toMillis() + 1);
        return request(tenant, channel, now, now.plusMillis(spread));
    }

    private Mono<Void> request(TenantId tenant, ChannelId channel, Instant until, Instant due) {
        return transaction.in(
                tenant,
                reconciliations
                        .want(tenant, channel, until)
                        .then(work.hasten(tenant, KIND, channel.toString(), due, ""))
                        .then(statuses.request(tenant, channel, until)));
    }
}
