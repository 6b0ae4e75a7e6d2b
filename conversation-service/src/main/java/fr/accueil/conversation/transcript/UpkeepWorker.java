package fr.accueil.conversation.transcript;

import fr.accueil.conversation.file.DoomedFiles;
import fr.accueil.conversation.tenant.SealAnew;
import fr.accueil.conversation.tenant.Upkeep;
import fr.accueil.platform.database.TenantTransaction;
import fr.accueil.platform.work.LeasedWork;
import fr.accueil.platform.work.WorkHandler;
import fr.accueil.platform.work.WorkQueue;
import java.time.Clock;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Forgets, once a day, what waited for a message that never came, and under which keys was asked long ago; and seals
/// anew what an older key sealed.
@Component
class UpkeepWorker implements WorkHandler {

    private final TenantTransaction transaction;
    private final DatabaseClient database;
    private final WorkQueue work;
    private final DoomedFiles files;
    private final SealAnew seal;
    private final TranscriptSettings settings;
    private final Clock clock;

    UpkeepWorker(
            TenantTransaction transaction,
            DatabaseClient database,
            WorkQueue work,
            DoomedFiles files,
            SealAnew seal,
            TranscriptSettings settings,
            Clock clock) {
        this.transaction = transaction;
        this.database = database;
        this.work = work;
        this.files = files;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Upkeep.KIND;
    }

    @Override
    public Mono<Void> handle(LeasedWork due) {
        var now = clock.instant();
        var before = now.minus(settings.forgetAfter());
        return transaction.in(
                due.tenant(),
                delete("delete from early_news where heard_at < :before", before)
                        .then(delete("delete from idempotency_key where created_at < :before", before))
                        .then(delete("""
                                with gone as (
                                  delete from attachment a where a.heard_at < :before and not exists
                                    (select from message m where m.tenant = a.tenant and m.id = a.message)
                                  returning object_key)
                                insert into doomed_object (object_key)
                                select object_key from gone where object_key is not null
                                on conflict do nothing
                                """, before))
                        .then(files.begin(due.tenant()))
                        .then(seal.sealAnew(due.tenant()))
                        .then(work.postpone(due, now.plus(Upkeep.EVERY))));
    }

    private Mono<Void> delete(String sql, Instant before) {
        return database.sql(sql).bind("before", before).then();
    }
}
