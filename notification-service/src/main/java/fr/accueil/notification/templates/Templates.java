package fr.accueil.notification.templates;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the others were told, as JSON by Twilio's `HX…`. Joins the caller's transaction.
@Component
class Templates {

    private final DatabaseClient database;

    Templates(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<String, String>> findTold(TenantId tenant, ChannelId channel) {
        return at(
                        tenant,
                        channel,
                        "select content_sid, listed from template where tenant = :tenant and channel = :channel")
                .map((row, _) ->
                        Map.entry(required(row, "content_sid", String.class), required(row, "listed", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> save(TenantId tenant, ChannelId channel, String contentSid, String listed) {
        return at(tenant, channel, """
                        insert into template (tenant, channel, content_sid, listed) values (:tenant, :channel, :sid, :listed)
                        on conflict (tenant, channel, content_sid) do update set listed = excluded.listed""")
                .bind("sid", contentSid)
                .bind("listed", listed)
                .then();
    }

    Mono<Void> delete(TenantId tenant, ChannelId channel, String contentSid) {
        return at(
                        tenant,
                        channel,
                        "delete from template where tenant = :tenant and channel = :channel and content_sid = :sid")
                .bind("sid", contentSid)
                .then();
    }

    private DatabaseClient.GenericExecuteSpec at(TenantId tenant, ChannelId channel, String sql) {
        return database.sql(sql).bind("tenant", tenant.value()).bind("channel", channel.value());
    }
}
