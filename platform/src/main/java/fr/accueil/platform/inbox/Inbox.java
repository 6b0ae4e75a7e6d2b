package fr.accueil.platform.inbox;

import java.time.Clock;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Which events a reader has handled, written in the transaction of their effect.
public final class Inbox {

    private final DatabaseClient database;
    private final Clock clock;

    public Inbox(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Claims an event for a reader, inside the transaction of its effect.
    ///
    /// @return true the first time; false for a redelivery, whose effect is there already
    public Mono<Boolean> first(String reader, UUID event) {
        return database.sql(
                        "insert into inbox (reader, event_id, handled_at) values (:reader, :event, :now) on conflict do nothing")
                .bind("reader", reader)
                .bind("event", event)
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
