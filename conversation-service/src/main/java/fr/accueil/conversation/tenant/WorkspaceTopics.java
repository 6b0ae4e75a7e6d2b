package fr.accueil.conversation.tenant;

import fr.accueil.events.Envelope;
import fr.accueil.events.Ids;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent;
import fr.accueil.platform.outbox.Outbox;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells the other services what a business is now, on the compacted topics: whole states, the last one counts.
@Component
public class WorkspaceTopics {

    private static final URI SOURCE = URI.create("/conversation-service");

    private final Outbox outbox;
    private final Clock clock;

    WorkspaceTopics(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /// @param key the entity's, which is the key on the topic and the event's subject
    public Mono<Void> tell(Topic topic, TenantId tenant, String key, WorkspaceEvent state) {
        return outbox.append(topic, key, toEnvelope(tenant, key, state));
    }

    /// Many at once, in this order.
    ///
    /// @param key of each
    public <T extends WorkspaceEvent> Mono<Void> tellAll(
            Topic topic, TenantId tenant, List<T> states, Function<T, String> key) {
        return outbox.appendAll(
                topic,
                states.stream().map(it -> toEnvelope(tenant, key.apply(it), it)).toList());
    }

    /// It is not there any more.
    public Mono<Void> forget(Topic topic, TenantId tenant, String key) {
        return outbox.tombstone(topic, key, tenant);
    }

    private Envelope toEnvelope(TenantId tenant, String key, WorkspaceEvent state) {
        return new Envelope(Ids.next(), SOURCE, clock.instant(), key, tenant, null, state);
    }

    /// The entity of this key is no more.
    public Mono<Void> gone(Topic topic, TenantId tenant, String key) {
        return outbox.tombstone(topic, key, tenant);
    }
}
