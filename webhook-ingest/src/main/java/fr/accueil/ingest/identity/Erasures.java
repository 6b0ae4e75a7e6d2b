package fr.accueil.ingest.identity;

import fr.accueil.events.Envelope;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.CustomerForgotten;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.platform.kafka.CompactedCopy;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The erasures that webhook-ingest has not said yet that it has forgotten: read anew from the topic at each
/// start, which also keeps what was said.
@Component
class Erasures {

    static final String SERVICE = "webhook-ingest";

    private final Map<UUID, Pending> pending = new ConcurrentHashMap<>();
    private final CompactedCopy copy;

    Erasures(CompactedCopies copies) {
        this.copy = copies.follow(Topic.ERASURES, this::apply);
    }

    /// Nothing until all that was said before is read.
    List<Pending> pending() {
        return copy.ready() ? List.copyOf(pending.values()) : List.of();
    }

    void done(Pending done) {
        pending.remove(done.told().erasure());
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            return;
        }
        if (envelope.data() instanceof CustomerErased told) {
            pending.put(told.erasure(), new Pending(envelope.requireTenant(), told));
        } else if (envelope.data() instanceof CustomerForgotten said
                && said.service().equals(SERVICE)) {
            pending.remove(said.erasure());
        }
    }

    record Pending(TenantId tenant, CustomerErased told) {}
}
