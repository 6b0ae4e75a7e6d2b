package fr.accueil.conversation.tenant;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The channels of the tenant whose transaction is open, their tokens encrypted.
@Repository
class Channels {

    private static final String SELECT =
            "select id, address, account_sid, messaging_service_sid, auth_tokens from channel ";

    private final DatabaseClient database;

    Channels(DatabaseClient database) {
        this.database = database;
    }

    Flux<Row> findAll() {
        return database.sql(SELECT + "order by address")
                .mapProperties(Row.class)
                .all();
    }

    Mono<Row> find(ChannelId id) {
        return database.sql(SELECT + "where id = :id for update")
                .bind("id", id.value())
                .mapProperties(Row.class)
                .one();
    }

    Mono<Void> save(Row channel) {
        return database.sql("""
                        insert into channel (id, address, account_sid, messaging_service_sid, auth_tokens)
                        values (:id, :address, :accountSid, :messagingServiceSid, :authTokens)
                        on conflict (tenant, id) do update set address = excluded.address,
                          account_sid = excluded.account_sid, messaging_service_sid = excluded.messaging_service_sid,
                          auth_tokens = excluded.auth_tokens
                        """).bindProperties(channel).then();
    }

    record Row(
            UUID id,
            String address,
            String accountSid,
            @Nullable String messagingServiceSid,
            String[] authTokens) {

        List<String> tokens() {
            return List.of(authTokens);
        }

        ChannelSaved toEvent(TenantId tenant) {
            return new ChannelSaved(ChannelId.of(id), tenant, address, accountSid, messagingServiceSid, tokens());
        }
    }
}
