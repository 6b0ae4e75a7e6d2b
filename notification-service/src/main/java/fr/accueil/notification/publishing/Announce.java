package fr.accueil.notification.publishing;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.outbox.Outbox;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Says what this service is the first to say, now and in its own name, through the outbox of the caller's transaction.
@Component
public class Announce {

    private static final URI SOURCE = URI.create("/notification-service");

    private final Outbox outbox;
    private final Clock clock;

    Announce(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param subject what it is about, and its key
    public Mono<Void> announce(
            Topic topic, String subject, TenantId tenant, @Nullable UUID causedBy, AccueilEvent event) {
        return outbox.append(
                topic, subject, new Envelope(Ids.next(), SOURCE, clock.instant(), subject, tenant, causedBy, event));
    }
}
