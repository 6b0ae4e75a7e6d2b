package fr.accueil.notification.statuses;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkQueue;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Has everything asked for that is without an end, however lately it was asked for. Joins the caller's transaction.
@Component
@EnableConfigurationProperties(StatusSettings.class)
public class RequestStatuses {

    static final String KIND = "statuses";

    private final StatusSettings settings;
    private final WorkQueue work;

    RequestStatuses(StatusSettings settings, WorkQueue work) {
        this.settings = settings;
        this.work = work;
    }

    /// Once what there was news of until then is old enough.
    public Mono<Void> request(TenantId tenant, ChannelId channel, Instant until) {
        var wanted = until.plus(settings.settle());
        return work.hasten(tenant, KIND, channel.toString(), wanted, wanted.toString());
    }

    /// Until when somebody wanted everything asked for.
    static Instant wanted(LeasedWork leased) {
        return Instant.parse(leased.payload());
    }
}
