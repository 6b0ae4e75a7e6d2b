package fr.accueil.conversation.conversation;

import fr.accueil.platform.database.Signals;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Tells every instance that some take-over is done, whichever of them heard of it.
@Component
public class FenceSignals {

    private static final String CHANNEL = "conversation_fenced";

    private final DatabaseClient database;
    private final Sinks.Many<String> wakes = Sinks.many().multicast().directBestEffort();

    FenceSignals(DatabaseClient database, Signals signals) {
        this.database = database;
        signals.on(CHANNEL, () -> wakes.tryEmitNext(CHANNEL));
    }

    /// In the transaction that records the fence: told once that is committed.
    public Mono<Void> send() {
        return database.sql("select pg_notify(:channel, '')")
                .bind("channel", CHANNEL)
                .then();
    }

    public Flux<String> heard() {
        return wakes.asFlux();
    }
}
