package fr.accueil.conversation.tenant;

import fr.accueil.events.ChannelId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.ChannelSaved;
import java.time.Instant;
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

    private static final String SELECT = """
            select id, address, wanted_address, account_sid, messaging_service_sid, auth_tokens, pending_token, revision,
              version, disconnected_at
            from channel\s""";

    private final DatabaseClient database;

    Channels(DatabaseClient database) {
        this.database = database;
    }

    Flux<Row> findAll() {
        return database.sql(SELECT + "order by coalesce(address, wanted_address), id")
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
                        insert into channel (id, address, wanted_address, account_sid, messaging_service_sid, auth_tokens,
                          pending_token, revision, version, disconnected_at)
                        values (:id, :address, :wantedAddress, :accountSid, :messagingServiceSid, :authTokens,
                          :pendingToken, :revision, :version, :disconnectedAt)
                        on conflict (tenant, id) do update set address = excluded.address,
                          wanted_address = excluded.wanted_address, account_sid = excluded.account_sid,
                          messaging_service_sid = excluded.messaging_service_sid, auth_tokens = excluded.auth_tokens,
                          pending_token = excluded.pending_token, revision = excluded.revision,
                          version = excluded.version, disconnected_at = excluded.disconnected_at
                        """).bindProperties(channel).then();
    }

    Mono<Void> delete(ChannelId id) {
        return database.sql("delete from channel where id = :id")
                .bind("id", id.value())
                .then();
    }

    /// @param address of a channel that the other services know
    /// @param wantedAddress what was entered, or what it was before it was disconnected
    /// @param pendingToken what was entered and Twilio has not confirmed yet
    record Row(
            UUID id,
            @Nullable String address,
            @Nullable String wantedAddress,
            String accountSid,
            @Nullable String messagingServiceSid,
            String[] authTokens,
            @Nullable String pendingToken,
            int revision,
            long version,
            @Nullable Instant disconnectedAt) {

        static Row connected(ChannelId id, Channel channel, String token) {
            return new Row(
                    id.value(),
                    channel.address(),
                    null,
                    channel.accountSid(),
                    channel.messagingServiceSid(),
                    new String[] {token},
                    null,
                    1,
                    1,
                    null);
        }

        List<String> tokens() {
            return List.of(authTokens);
        }

        Row withTokens(List<String> tokens, @Nullable String pending) {
            return new Row(
                    id,
                    address,
                    wantedAddress,
                    accountSid,
                    messagingServiceSid,
                    tokens.toArray(String[]::new),
                    pending,
                    revision,
                    version,
                    disconnectedAt);
        }

        /// What the other services are told of it.
        ///
        /// @throws IllegalStateException when it is not connected
        ChannelSaved toEvent(TenantId tenant) {
            if (address == null) {
                throw new IllegalStateException("Channel " + id + " is not connected");
            }
            return new ChannelSaved(ChannelId.of(id), tenant, address, accountSid, messagingServiceSid, tokens());
        }

        /// Without the tokens, though they are encrypted.
        @Override
        public String toString() {
            return "Channel[" + id + "]";
        }
    }
}
