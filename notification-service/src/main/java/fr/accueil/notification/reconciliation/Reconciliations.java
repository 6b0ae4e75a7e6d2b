package fr.accueil.notification.reconciliation;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.notification.reconciliation.Window.Standing;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How far each channel was compared. Joins the caller's transaction.
@Component
class Reconciliations {

    private final DatabaseClient database;

    Reconciliations(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> want(TenantId tenant, ChannelId channel, Instant until) {
        return at(tenant, channel, """
                        insert into reconciliation (tenant, channel, wanted_until) values (:tenant, :channel, :until)
                        on conflict (tenant, channel) do update set
                          wanted_until = greatest(reconciliation.wanted_until, excluded.wanted_until)""").bind("until", until).then();
    }

    Mono<Standing> findStanding(TenantId tenant, ChannelId channel) {
        return at(
                        tenant,
                        channel,
                        "select compared_until, wanted_until from reconciliation where tenant = :tenant and channel = :channel")
                .map((row, _) ->
                        new Standing(row.get("compared_until", Instant.class), row.get("wanted_until", Instant.class)))
                .one();
    }

    Mono<Void> saveComplete(TenantId tenant, ChannelId channel, Instant until) {
        return at(tenant, channel, """
                        insert into reconciliation (tenant, channel, compared_until) values (:tenant, :channel, :until)
                        on conflict (tenant, channel) do update set
                          compared_until = greatest(reconciliation.compared_until, excluded.compared_until), missing = 0""").bind("until", until).then();
    }

    Mono<Void> saveMissing(TenantId tenant, ChannelId channel, int missing) {
        return at(tenant, channel, """
                        insert into reconciliation (tenant, channel, missing) values (:tenant, :channel, :missing)
                        on conflict (tenant, channel) do update set missing = excluded.missing""").bind("missing", missing).then();
    }

    Mono<Void> delete(TenantId tenant, ChannelId channel) {
        return at(tenant, channel, "delete from reconciliation where tenant = :tenant and channel = :channel")
                .then();
    }

    private DatabaseClient.GenericExecuteSpec at(TenantId tenant, ChannelId channel, String sql) {
        return database.sql(sql).bind("tenant", tenant.value()).bind("channel", channel.value());
    }
}
