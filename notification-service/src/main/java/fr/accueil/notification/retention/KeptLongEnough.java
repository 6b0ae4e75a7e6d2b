package fr.accueil.notification.retention;

import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes what was sent so long ago that the business keeps it no longer, some of it at a time. Joins the
/// caller's transaction of the tenant.
@Component
class KeptLongEnough {

    private static final int AT_ONCE = 200;

    private static final String MESSAGES = """
            select id from message where tenant = :tenant and settled and asked_at < :before
            order by asked_at limit :limit for update skip locked""";

    private final DatabaseClient database;

    KeptLongEnough(DatabaseClient database) {
        this.database = database;
    }

    /// What is still to be sent, or found out, stays; and who wants no messages.
    ///
    /// @return whether there may be more
    Mono<Boolean> deleteSome(TenantId tenant, Instant before) {
        return database.sql(MESSAGES)
                .bind("tenant", tenant.value())
                .bind("before", before)
                .bind("limit", AT_ONCE)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .delayUntil(old -> deleteMessages(tenant, old))
                .delayUntil(_ -> deleteCorrespondents(tenant, before))
                .map(old -> old.size() >= AT_ONCE);
    }

    private Mono<Void> deleteMessages(TenantId tenant, List<UUID> old) {
        return Flux.just(
                        "delete from attempt where tenant = :tenant and message = any(:old)",
                        "delete from part where tenant = :tenant and message = any(:old)",
                        "delete from message where tenant = :tenant and id = any(:old)")
                .concatMap(sql -> database.sql(sql)
                        .bind("tenant", tenant.value())
                        .bind("old", old.toArray(UUID[]::new))
                        .then())
                .then();
    }

    private Mono<Void> deleteCorrespondents(TenantId tenant, Instant before) {
        return database.sql("delete from correspondent where tenant = :tenant and at < :before")
                .bind("tenant", tenant.value())
                .bind("before", before)
                .then();
    }
}
