package fr.accueil.notification.templates;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.notification.channel.FollowsChannels;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Asks for a channel's templates to be listed.
@Component
public class RequestTemplates implements FollowsChannels {

    static final String KIND = "templates";

    private final WorkQueue work;
    private final TenantTransaction transaction;
    private final Clock clock;

    RequestTemplates(WorkQueue work, TenantTransaction transaction, Clock clock) {
        this.work = work;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Void> now(TenantId tenant, ChannelId channel) {
        return transaction.in(tenant, work.hasten(tenant, KIND, channel.toString(), clock.instant(), ""));
    }

    @Override
    public Mono<Void> begin(TenantId tenant, ChannelId channel) {
        return now(tenant, channel);
    }
}
