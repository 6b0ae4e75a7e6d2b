package fr.accueil.notification.delivery;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.TenantId;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who wants no more messages, as rows: by address and by conversation, so that it holds for a customer who writes
/// under a phone number here and under a user id there. Everything here runs in the caller's transaction of the tenant.
@Component
class Stops {

    private final DatabaseClient database;

    Stops(DatabaseClient database) {
        this.database = database;
    }

    /// The newest confirmation passes; one that names none leaves the one before.
    Mono<Void> add(Envelope envelope, StopSending stop) {
        var confirmation = stop.confirmation();
        return database.sql("""
                        insert into stop (tenant, channel, address, cause, conversation, confirmation, since)
                        values (:tenant, :channel, :address, 'customer', :conversation, :confirmation, :since)
                        on conflict (tenant, channel, address, cause) do update set
                          conversation = excluded.conversation,
                          confirmation = coalesce(excluded.confirmation, stop.confirmation)""")
                .bind("tenant", envelope.requireTenant().value())
                .bind("channel", stop.channel().value())
                .bind("address", stop.to())
                .bind("conversation", stop.conversation().value())
                .bind(
                        "confirmation",
                        Parameter.fromOrEmpty(confirmation == null ? null : confirmation.value(), UUID.class))
                .bind("since", envelope.time())
                .then();
    }

    /// The customer spoke: what they said before, and what Twilio said for them, holds no longer.
    Mono<Void> remove(TenantId tenant, ConversationId conversation, ResumeSending resume) {
        return database.sql("""
                        delete from stop where tenant = :tenant
                          and (conversation = :conversation or (channel = :channel and address = :address))""")
                .bind("tenant", tenant.value())
                .bind("conversation", conversation.value())
                .bind("channel", resume.channel().value())
                .bind("address", resume.to())
                .then();
    }
}
