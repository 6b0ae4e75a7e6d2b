package fr.accueil.notification.delivery;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.ResumeSending;
import fr.accueil.events.OutboundEvent.StopSending;
import fr.accueil.events.TenantId;
import fr.accueil.notification.delivery.Stopped.Stop;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who gets no more messages, as rows: by address and by conversation, so that it holds for a customer who writes under
/// a phone number here and under a user id there. Everything here runs in the caller's transaction of the tenant.
@Component
class Stops {

    private static final String BY_CUSTOMER = "customer";
    private static final String BY_PROVIDER = "provider";

    private final DatabaseClient database;

    Stops(DatabaseClient database) {
        this.database = database;
    }

    /// The newest confirmation passes; one that names none leaves the one before.
    Mono<Void> add(Envelope envelope, StopSending stop) {
        var confirmation = stop.confirmation();
        return database.sql("""
                        insert into stop (tenant, channel, address, cause, conversation, confirmation, since)
                        values (:tenant, :channel, :address, :cause, :conversation, :confirmation, :since)
                        on conflict (tenant, channel, address, cause) do update set
                          conversation = excluded.conversation,
                          confirmation = coalesce(excluded.confirmation, stop.confirmation)""")
                .bind("tenant", envelope.requireTenant().value())
                .bind("channel", stop.channel().value())
                .bind("address", stop.to())
                .bind("cause", BY_CUSTOMER)
                .bind("conversation", stop.conversation().value())
                .bind(
                        "confirmation",
                        Parameter.fromOrEmpty(confirmation == null ? null : confirmation.value(), UUID.class))
                .bind("since", envelope.time())
                .then();
    }

    /// Twilio takes nothing for this customer any more.
    Mono<Void> add(TenantId tenant, Outgoing refused, String code, Instant now) {
        return database.sql("""
                        insert into stop
                          (tenant, channel, address, cause, conversation, code, free_text_until, since)
                        values (:tenant, :channel, :address, :cause, :conversation, :code, :freeTextUntil, :since)
                        on conflict (tenant, channel, address, cause) do update set
                          conversation = excluded.conversation, code = excluded.code,
                          free_text_until = greatest(excluded.free_text_until, stop.free_text_until)""")
                .bind("tenant", tenant.value())
                .bind("channel", refused.channel().value())
                .bind("address", refused.recipient())
                .bind("cause", BY_PROVIDER)
                .bind("conversation", refused.conversation().value())
                .bind("code", code)
                .bind("freeTextUntil", refused.freeTextUntil())
                .bind("since", now)
                .then();
    }

    /// The customer spoke: what they said before, and what Twilio said for them, holds no longer.
    Mono<Void> remove(TenantId tenant, ResumeSending resume) {
        return database.sql("""
                        delete from stop where tenant = :tenant
                          and (conversation = :conversation or (channel = :channel and address = :address))""")
                .bind("tenant", tenant.value())
                .bind("conversation", resume.conversation().value())
                .bind("channel", resume.channel().value())
                .bind("address", resume.to())
                .then();
    }

    /// What stands against messages of this conversation, under whichever of its customer's addresses it was said.
    Mono<Stopped> find(TenantId tenant, ConversationId conversation, List<Outgoing> messages) {
        return database.sql("""
                        select cause, confirmation, code, free_text_until from stop
                        where tenant = :tenant and (conversation = :conversation
                          or (channel = any(:channels) and address = any(:addresses)))
                        order by cause""")
                .bind("tenant", tenant.value())
                .bind("conversation", conversation.value())
                .bind(
                        "channels",
                        messages.stream()
                                .map(it -> it.channel().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .bind(
                        "addresses",
                        messages.stream().map(Outgoing::recipient).distinct().toArray(String[]::new))
                .map(Stops::toStop)
                .all()
                .collectList()
                .map(Stopped::new);
    }

    private static Stop toStop(Readable row) {
        if (required(row, "cause", String.class).equals(BY_PROVIDER)) {
            return new Stop.ByProvider(
                    required(row, "code", String.class), required(row, "free_text_until", Instant.class));
        }
        var confirmation = row.get("confirmation", UUID.class);
        return new Stop.ByCustomer(confirmation == null ? null : new MessageId(confirmation));
    }
}
