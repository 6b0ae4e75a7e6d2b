package fr.accueil.platform.work;

import fr.accueil.events.TenantId;
import fr.accueil.platform.tracing.TraceCarrier;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import reactor.core.publisher.Mono;

/// Work and timers as rows: at most one per kind and key. All of it happens in the caller's open transaction.
public final class WorkQueue {

    static final String CHANNEL_SUFFIX = "_work";

    private static final String SCHEDULE = """
            with scheduled as (
              insert into due_work (kind, key, tenant, due, payload, traceparent)
              values (:kind, :key, :tenant, :due, :payload, :traceparent)
              on conflict (kind, key) do update set
                due = %s, payload = excluded.payload, traceparent = excluded.traceparent,
                version = due_work.version + 1, attempts = 0)
            select pg_notify(:channel, '')""";
    private static final String REPLACE_DUE = SCHEDULE.formatted("excluded.due");
    private static final String EARLIER_DUE = SCHEDULE.formatted("least(due_work.due, excluded.due)");

    private final DatabaseClient database;
    private final TraceCarrier trace;
    private final String channel;

    WorkQueue(DatabaseClient database, TraceCarrier trace, String schema) {
        this.database = database;
        this.trace = trace;
        this.channel = schema + CHANNEL_SUFFIX;
    }

    /// What [#finish] found.
    public enum Finish {
        /// It is done and gone.
        DONE,
        /// It was scheduled anew while it was worked on: it will run again.
        AGAIN
    }

    /// Schedules work, or replaces what was scheduled for this kind and key.
    public Mono<Void> schedule(TenantId tenant, String kind, String key, Instant due, String payload) {
        return upsert(REPLACE_DUE, tenant, kind, key, due, payload);
    }

    /// Like [#schedule], but never later than it was due before.
    public Mono<Void> hasten(TenantId tenant, String kind, String key, Instant due, String payload) {
        return upsert(EARLIER_DUE, tenant, kind, key, due, payload);
    }

    /// Ends work in the transaction that commits its effect.
    ///
    /// @throws LeaseLost (as an error) when it is no longer ours: the transaction must roll back
    public Mono<Finish> finish(LeasedWork work) {
        return bound(
                        "delete from due_work where kind = :kind and key = :key and lease = :lease and version = :version",
                        work)
                .bind("version", work.version())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.just(Finish.DONE) : releaseForAgain(work));
    }

    /// Gives work back until later, in the transaction that commits what was achieved so far. When it was scheduled
    /// anew meanwhile, that time stands.
    ///
    /// @throws LeaseLost (as an error) when it is no longer ours
    public Mono<Void> postpone(LeasedWork work, Instant due) {
        return bound("""
                        update due_work set lease = null, lease_until = null, attempts = 0,
                          due = case when version = :version then :due else due end
                        where kind = :kind and key = :key and lease = :lease""", work)
                .bind("version", work.version())
                .bind("due", due)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? notifyWorkers() : Mono.error(new LeaseLost(work)));
    }

    /// Takes work off, also while it is being worked on: its [#finish] will fail.
    public Mono<Void> cancel(String kind, String key) {
        return database.sql("delete from due_work where kind = :kind and key = :key")
                .bind("kind", kind)
                .bind("key", key)
                .then();
    }

    private Mono<Finish> releaseForAgain(LeasedWork work) {
        return bound("""
                        update due_work set lease = null, lease_until = null
                        where kind = :kind and key = :key and lease = :lease""", work)
                .fetch()
                .rowsUpdated()
                .flatMap(
                        rows -> rows == 1 ? notifyWorkers().thenReturn(Finish.AGAIN) : Mono.error(new LeaseLost(work)));
    }

    private Mono<Void> notifyWorkers() {
        return database.sql("select pg_notify(:channel, '')")
                .bind("channel", channel)
                .then();
    }

    private Mono<Void> upsert(String sql, TenantId tenant, String kind, String key, Instant due, String payload) {
        return Mono.defer(() -> database.sql(sql)
                .bind("kind", kind)
                .bind("key", key)
                .bind("tenant", tenant.value())
                .bind("due", due)
                .bind("payload", payload)
                .bind("traceparent", Parameter.fromOrEmpty(trace.current(), String.class))
                .bind("channel", channel)
                .then());
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, LeasedWork work) {
        return database.sql(sql)
                .bind("kind", work.kind())
                .bind("key", work.key())
                .bind("lease", work.lease());
    }
}
