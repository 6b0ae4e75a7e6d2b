package fr.accueil.notification.received;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.InboundEvent.Customer;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.TenantId;
import fr.accueil.notification.erasure.ErasedConversations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which of Twilio's messages are here, and who wrote under which conversation. Everything joins the caller's
/// transaction.
@Component
public class Received {

    /// Under which what an erased customer had sent is remembered, so that Twilio's list does not bring it back.
    private static final ConversationId NOBODYS = ConversationId.of(new UUID(0, 0));

    private final DatabaseClient database;
    private final ErasedConversations erased;

    Received(DatabaseClient database, ErasedConversations erased) {
        this.database = database;
        this.erased = erased;
    }

    /// @return whether it was not known before: who records it first is the one who brought it. What is older
    ///     than its
    ///     customer's erasure brings nobody.
    public Mono<Boolean> record(TenantId tenant, MessageReceived message, Instant at) {
        return erased.cover(tenant, message.conversation(), at)
                .flatMap(gone -> gone
                        ? insert(tenant, message, NOBODYS, at).thenReturn(false)
                        : insert(tenant, message, message.conversation(), at)
                                .flatMap(isNew -> remember(tenant, message, at).thenReturn(isNew)));
    }

    private Mono<Boolean> insert(TenantId tenant, MessageReceived message, ConversationId conversation, Instant at) {
        return database.sql("""
                        insert into received (tenant, channel, sid, message, conversation, at)
                        values (:tenant, :channel, :sid, :message, :conversation, :at) on conflict do nothing""")
                .bind("tenant", tenant.value())
                .bind("channel", message.channel().value())
                .bind("sid", message.providerSid())
                .bind("message", message.message().value())
                .bind("conversation", conversation.value())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Those of the messages that are here, by sid, and when they came.
    public Mono<Map<String, Instant>> findKnown(TenantId tenant, ChannelId channel, List<String> sids) {
        return database.sql(
                        "select sid, at from received where tenant = :tenant and channel = :channel and sid = any(:sids)")
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .bind("sids", sids.toArray(String[]::new))
                .map((row, _) -> Map.entry(required(row, "sid", String.class), required(row, "at", Instant.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// Under which conversation somebody wrote last, by phone number or user id; empty when they never did.
    public Mono<ConversationId> findConversation(TenantId tenant, ChannelId channel, String identity) {
        return database.sql("""
                        select conversation from correspondent
                        where tenant = :tenant and channel = :channel and identity = :identity""")
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .bind("identity", identity)
                .map((row, _) -> ConversationId.of(required(row, "conversation", UUID.class)))
                .one();
    }

    Mono<Void> forget(TenantId tenant, ChannelId channel, Instant before) {
        return database.sql("delete from received where tenant = :tenant and channel = :channel and at < :before")
                .bind("tenant", tenant.value())
                .bind("channel", channel.value())
                .bind("before", before)
                .then();
    }

    private Mono<Void> remember(TenantId tenant, MessageReceived message, Instant at) {
        return Flux.fromIterable(identitiesOf(message.customer()))
                .concatMap(identity -> database.sql("""
                                insert into correspondent (tenant, channel, identity, conversation, at)
                                values (:tenant, :channel, :identity, :conversation, :at)
                                on conflict (tenant, channel, identity) do update set
                                  conversation = excluded.conversation, at = excluded.at
                                where excluded.at >= correspondent.at""")
                        .bind("tenant", tenant.value())
                        .bind("channel", message.channel().value())
                        .bind("identity", identity)
                        .bind("conversation", message.conversation().value())
                        .bind("at", at)
                        .then())
                .then();
    }

    /// In one order everywhere, so that two messages of one customer never wait for each other.
    private static List<String> identitiesOf(Customer customer) {
        var named = Stream.of(customer.phone(), customer.externalUserId())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return named.isEmpty() ? List.of(customer.address()) : named;
    }
}
