package fr.accueil.conversation.file;

import fr.accueil.events.TenantId;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The files that a worker deletes once the transaction that dooms them is committed: a crash leaves none
/// behind.
@Repository
public class DoomedFiles {

    static final String KIND = "doomed-files";

    private final DatabaseClient database;
    private final WorkQueue work;
    private final Clock clock;

    DoomedFiles(DatabaseClient database, WorkQueue work, Clock clock) {
        this.database = database;
        this.work = work;
        this.clock = clock;
    }

    /// One file that nothing will ever name.
    public Mono<Void> doom(TenantId tenant, String key) {
        return database.sql("insert into doomed_object (object_key) values (:key) on conflict do nothing")
                .bind("key", key)
                .then()
                .then(Mono.defer(() -> begin(tenant)));
    }

    /// Has the worker delete what is doomed. In the transaction that doomed it.
    public Mono<Void> begin(TenantId tenant) {
        return work.hasten(tenant, KIND, tenant.toString(), clock.instant(), "");
    }

    /// How many files of an erasure are still to be deleted.
    public Mono<Long> count(UUID erasure) {
        return database.sql("select count(*) from doomed_object where erasure = :erasure")
                .bind("erasure", erasure)
                .mapValue(Long.class)
                .one();
    }

    Mono<List<String>> findSome(int atMost) {
        return database.sql("select object_key from doomed_object order by object_key limit :limit")
                .bind("limit", atMost)
                .mapValue(String.class)
                .all()
                .collectList();
    }

    Mono<Void> gone(List<String> keys) {
        return database.sql("delete from doomed_object where object_key = any(:keys)")
                .bind("keys", keys.toArray(String[]::new))
                .then();
    }
}
