package fr.accueil.notification.retention;

import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.TenantSaved;
import fr.accueil.platform.kafka.CompactedCopies;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How long each business keeps what was said: a local copy of `workspace.tenants`.
@Component
class Periods {

    private final Map<TenantId, Duration> periods = new ConcurrentHashMap<>();

    Periods(CompactedCopies copies) {
        copies.follow(Topic.TENANTS, this::apply);
    }

    Map<TenantId, Duration> all() {
        return Map.copyOf(periods);
    }

    private void apply(String key, @Nullable Envelope envelope) {
        if (envelope == null) {
            periods.remove(TenantId.of(key));
        } else if (envelope.data() instanceof TenantSaved saved) {
            periods.put(saved.tenant(), Duration.ofDays(saved.keptDays()));
        }
    }
}
