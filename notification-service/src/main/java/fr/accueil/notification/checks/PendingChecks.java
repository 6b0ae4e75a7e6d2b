package fr.accueil.notification.checks;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ChannelRequest.CheckChannel;
import fr.accueil.events.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Credentials that wait to be tried, encrypted. Joins the caller's transaction.
@Component
class PendingChecks {

    private final DatabaseClient database;

    PendingChecks(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> save(TenantId tenant, CheckChannel request) {
        return database.sql("""
                        insert into channel_check (tenant, channel, revision, account_sid, auth_token, messaging_service_sid)
                        values (:tenant, :channel, :revision, :accountSid, :authToken, :messagingServiceSid)
                        on conflict (tenant, channel) do update set revision = excluded.revision,
                          account_sid = excluded.account_sid, auth_token = excluded.auth_token,
                          messaging_service_sid = excluded.messaging_service_sid
                        where channel_check.revision <= excluded.revision""").bindProperties(Row.of(tenant, request)).then();
    }

    Mono<CheckChannel> find(TenantId tenant, ChannelId channel) {
        return database.sql("""
                        select tenant, channel, revision, account_sid, auth_token, messaging_service_sid
                        from channel_check where tenant = :tenant and channel = :channel""")
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .mapProperties(Row.class)
                .one()
                .map(Row::toRequest);
    }

    /// Newer credentials, which came meanwhile, stay.
    Mono<Void> delete(TenantId tenant, CheckChannel request) {
        return database.sql("""
                        delete from channel_check
                        where tenant = :tenant and channel = :channel and revision = :revision""")
                .bind("tenant", tenant.value())
                .bind("channel", request.channel().value())
                .bind("revision", request.revision())
                .then();
    }

    record Row(
            UUID tenant,
            UUID channel,
            int revision,
            String accountSid,
            String authToken,
            @Nullable String messagingServiceSid) {

        static Row of(TenantId tenant, CheckChannel request) {
            return new Row(
                    tenant.value(),
                    request.channel().value(),
                    request.revision(),
                    request.accountSid(),
                    request.authToken(),
                    request.messagingServiceSid());
        }

        CheckChannel toRequest() {
            return new CheckChannel(ChannelId.of(channel), revision, accountSid, authToken, messagingServiceSid);
        }
    }
}
