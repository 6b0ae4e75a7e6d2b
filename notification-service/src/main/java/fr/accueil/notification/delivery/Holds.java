package fr.accueil.notification.delivery;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Senders that Twilio takes nothing from, as rows, so that all instances know. Everything here runs in the caller's
/// transaction of the tenant.
@Component
class Holds {

    private final DatabaseClient database;

    Holds(DatabaseClient database) {
        this.database = database;
    }

    /// Those of the messages' channels, also those whose time is over: the next message is the one that tries.
    Mono<List<Hold>> find(TenantId tenant, List<Outgoing> messages) {
        return database.sql(
                        "select channel, until, code from channel_hold where tenant = :tenant and channel = any(:channels)")
                .bind("tenant", tenant.value())
                .bind(
                        "channels",
                        messages.stream()
                                .map(it -> it.channel().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .map(row -> new Hold(
                        new ChannelId(required(row, "channel", UUID.class)),
                        required(row, "until", Instant.class),
                        row.get("code", String.class)))
                .all()
                .collectList();
    }

    Mono<Void> begin(TenantId tenant, ChannelId channel, Instant until, @Nullable String code) {
        return database.sql("""
                        insert into channel_hold (tenant, channel, until, code)
                        values (:tenant, :channel, :until, :code)
                        on conflict (tenant, channel) do update set
                          until = greatest(excluded.until, channel_hold.until), code = excluded.code""")
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .bind("until", until)
                .bind("code", Parameter.fromOrEmpty(code, String.class))
                .then();
    }

    /// One message tries; the others wait until it is known how it went.
    ///
    /// @return false when another one tries already
    Mono<Boolean> probe(TenantId tenant, ChannelId channel, Instant now, Instant until) {
        return database.sql("""
                        update channel_hold set until = :until
                        where tenant = :tenant and channel = :channel and until <= :now""")
                .bind("until", until)
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> end(TenantId tenant, ChannelId channel) {
        return database.sql("delete from channel_hold where tenant = :tenant and channel = :channel")
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .then();
    }
}
