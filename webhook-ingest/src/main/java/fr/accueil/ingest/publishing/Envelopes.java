package fr.accueil.ingest.publishing;

import fr.accueil.events.AccueilEvent;
import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Envelopes of what this service says, at the moment that it says it.
@Component
public class Envelopes {

    private static final URI SOURCE = URI.create("/webhook-ingest");

    private final Clock clock;

    Envelopes(Clock clock) {
        this.clock = clock;
    }

    public Envelope seal(UUID id, Object subject, @Nullable TenantId tenant, AccueilEvent data) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Envelope(id, SOURCE, now, subject.toString(), tenant, null, data);
    }
}
