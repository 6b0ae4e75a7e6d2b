package fr.accueil.notification.received;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.notification.media.ForgetMedia;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets what came so long ago that it can come from nowhere again: no comparison looks back to it, and no topic
/// keeps it. Joins the caller's transaction.
@Component
public class ForgetReceived {

    private final Received received;
    private final ForgetMedia media;

    ForgetReceived(Received received, ForgetMedia media) {
        this.received = received;
        this.media = media;
    }

    public Mono<Void> forget(TenantId tenant, ChannelId channel, Instant before) {
        return received.forget(tenant, channel, before).then(media.forget(tenant, channel, before));
    }
}
