package fr.accueil.conversation.calendar;

import fr.accueil.events.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The secret of the tenant whose transaction is open, and whose a secret is.
@Repository
class CalendarSecrets {

    private final DatabaseClient database;
    private final DatabaseClient relayDatabase;
    private final Clock clock;

    CalendarSecrets(DatabaseClient database, @Qualifier("relayDatabase") DatabaseClient relayDatabase, Clock clock) {
        this.database = database;
        this.relayDatabase = relayDatabase;
        this.clock = clock;
    }

    /// In place of the one before, whose address shows nothing any more.
    Mono<Void> save(CalendarSecret secret) {
        return database.sql("""
                        insert into calendar_secret (digest, made_at) values (:digest, :now)
                        on conflict (tenant) do update set digest = excluded.digest, made_at = excluded.made_at
                        """)
                .bind("digest", secret.digest())
                .bind("now", clock.instant())
                .then();
    }

    /// When the one that holds was made; empty when there is none.
    Mono<Instant> findMadeAt() {
        return database.sql("select made_at from calendar_secret")
                .mapValue(Instant.class)
                .one();
    }

    /// @return whether there was one
    Mono<Boolean> delete() {
        return database.sql("delete from calendar_secret").fetch().rowsUpdated().map(rows -> rows > 0);
    }

    /// Across tenants, which the relay role alone may ask.
    Mono<TenantId> findTenant(CalendarSecret secret) {
        return relayDatabase
                .sql("select tenant from calendar_secret where digest = :digest")
                .bind("digest", secret.digest())
                .mapValue(UUID.class)
                .one()
                .map(TenantId::of);
    }
}
