package fr.accueil.ingest.facts;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Part of readiness: the first record of a process takes the longest, since the producer connects and is given its id
/// for it. It is to be our own `ListeningBegan`, and not a customer's message. Stays ready while Kafka is away:
/// somebody must say 503.
@Component("told")
class ListeningReadiness implements HealthIndicator {

    private final Listening listening;

    ListeningReadiness(Listening listening) {
        this.listening = listening;
    }

    @Override
    public Health health() {
        return (listening.wasTold() ? Health.up() : Health.outOfService()).build();
    }
}
