package fr.accueil.notification.delivery;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.TenantId;
import fr.accueil.notification.channel.Channel;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Turns at a sender and its account, one row each for all instances, by the database's clock. A turn that lies ahead
/// is reserved: who has it comes back then and asks no more, so that those who wait keep their order and do not crowd.
/// Runs in the caller's transaction of the tenant.
@Component
class Pacing {

    private final DatabaseClient database;
    private final PaceSettings settings;

    Pacing(DatabaseClient database, PaceSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// @return how long until the turn that was taken
    Mono<Duration> takeTurn(TenantId tenant, Channel channel) {
        var paces = Map.of(
                "account " + channel.accountSid(), settings.account(), "sender " + channel.id(), settings.sender());
        return spend(tenant, paces)
                .filter(debts -> debts.size() == paces.size())
                .switchIfEmpty(Mono.defer(() -> create(tenant, paces).then(spend(tenant, paces))))
                .map(debts -> debts.entrySet().stream()
                        .map(it -> waitOf(it.getValue(), Objects.requireNonNull(paces.get(it.getKey()))))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    /// Locked in the order of their keys, so that two that take turns at once never wait for each other.
    private Mono<Map<String, Duration>> spend(TenantId tenant, Map<String, Pace> paces) {
        return database.sql("""
                        with turn as (
                          select p.key, t.every from pace p
                          join unnest(:keys::text[], :every::float8[]) t (key, every) on t.key = p.key
                          where p.tenant = :tenant order by p.key for update of p)
                        update pace p
                        set free_at = greatest(p.free_at, clock_timestamp()) + make_interval(secs => turn.every)
                        from turn where p.tenant = :tenant and p.key = turn.key
                        returning p.key, extract(epoch from p.free_at - clock_timestamp())::float8 as debt""")
                .bind("tenant", tenant.value())
                .bind("keys", paces.keySet().toArray(String[]::new))
                .bind(
                        "every",
                        paces.values().stream().map(it -> seconds(it.every())).toArray(Double[]::new))
                .map(row -> Map.entry(required(row, "key", String.class), nanos(required(row, "debt", Double.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Void> create(TenantId tenant, Map<String, Pace> paces) {
        return database.sql("""
                        insert into pace (tenant, key, free_at)
                        select :tenant, key, clock_timestamp() from unnest(:keys::text[]) key order by key
                        on conflict do nothing""")
                .bind("tenant", tenant.value())
                .bind("keys", paces.keySet().toArray(String[]::new))
                .then();
    }

    /// What was owed before this turn was taken.
    private static Duration waitOf(Duration debt, Pace pace) {
        return pace.wait(debt.minus(pace.every()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration nanos(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
