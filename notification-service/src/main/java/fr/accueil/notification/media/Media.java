package fr.accueil.notification.media;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import io.r2dbc.spi.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Joins the caller's transaction.
@Component
class Media {

    private final DatabaseClient database;

    Media(DatabaseClient database) {
        this.database = database;
    }

    /// @return whether it is new
    Mono<Boolean> add(TenantId tenant, MessageReceived message, int number, Instant since) {
        var media = message.media().get(number);
        return database.sql("""
                        insert into medium (tenant, message, number, conversation, channel, provider_sid, url, claimed_type, since)
                        values (:tenant, :message, :number, :conversation, :channel, :sid, :url, :type, :since)
                        on conflict do nothing""")
                .bind("tenant", tenant.value())
                .bind("message", message.message().value())
                .bind("number", number)
                .bind("conversation", message.conversation().value())
                .bind("channel", message.channel().value())
                .bind("sid", message.providerSid())
                .bind("url", media.url())
                .bind("type", media.contentType())
                .bind("since", since)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Locks it; empty when it is settled.
    Mono<Medium> findPending(TenantId tenant, MessageId message, int number) {
        return database.sql("""
                        select * from medium
                        where tenant = :tenant and message = :message and number = :number and state = 'pending'
                        for update""")
                .bind("tenant", tenant.value())
                .bind("message", message.value())
                .bind("number", number)
                .map((row, _) -> toMedium(tenant, row))
                .one();
    }

    /// Whether it is there, settled or not.
    Mono<Boolean> isKnown(Medium medium) {
        return at(medium, """
                        select exists (select from medium
                          where tenant = :tenant and message = :message and number = :number)""").mapValue(Boolean.class).one();
    }

    Mono<Void> settle(Medium medium, boolean fetched) {
        return at(
                        medium,
                        "update medium set state = :state where tenant = :tenant and message = :message and number = :number")
                .bind("state", fetched ? "ready" : "unavailable")
                .then();
    }

    Mono<Void> saveTry(Medium medium, @Nullable Instant missingSince) {
        return at(medium, """
                        update medium set tries = tries + 1, missing_since = :missingSince
                        where tenant = :tenant and message = :message and number = :number""")
                .bind("missingSince", Parameter.fromOrEmpty(missingSince, Instant.class))
                .then();
    }

    private DatabaseClient.GenericExecuteSpec at(Medium medium, String sql) {
        return database.sql(sql)
                .bind("tenant", medium.tenant().value())
                .bind("message", medium.message().value())
                .bind("number", medium.number());
    }

    private static Medium toMedium(TenantId tenant, Row row) {
        return new Medium(
                tenant,
                new MessageId(required(row, "message", UUID.class)),
                required(row, "number", Integer.class),
                ConversationId.of(required(row, "conversation", UUID.class)),
                ChannelId.of(required(row, "channel", UUID.class)),
                required(row, "provider_sid", String.class),
                required(row, "url", String.class),
                required(row, "claimed_type", String.class),
                required(row, "since", Instant.class),
                required(row, "tries", Integer.class),
                row.get("missing_since", Instant.class));
    }
}
