package fr.accueil.notification.erasure;

import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Conversations whose customer was erased, and when. Everything joins the caller's transaction of the tenant.
@Component
public class ErasedConversations {

    /// As long as a backup may be kept, and longer than anything can come again.
    private static final Duration KEPT = Topic.ERASURES.retention().orElseThrow();

    private final DatabaseClient database;

    ErasedConversations(DatabaseClient database) {
        this.database = database;
    }

    /// Whether what happened then is older than the erasure. An erasure that goes on is waited for, and none
    /// begins until the caller's transaction ends.
    public Mono<Boolean> cover(TenantId tenant, ConversationId conversation, Instant at) {
        return share(conversation)
                .then(exists("""
                        select exists (select from erased_conversation
                          where tenant = :tenant and conversation = :conversation and erased_at >= :at)""", tenant, conversation)
                        .bind("at", at)
                        .mapValue(Boolean.class)
                        .one());
    }

    /// Whether nothing is left of a conversation: its customer was erased, and nobody has written to them since.
    public Mono<Boolean> haveEmptied(TenantId tenant, ConversationId conversation) {
        return share(conversation)
                .then(exists("""
                        select exists (select from erased_conversation
                            where tenant = :tenant and conversation = :conversation)
                          and not exists (select from conversation where tenant = :tenant and id = :conversation)
                        """, tenant, conversation).mapValue(Boolean.class).one());
    }

    /// Holds them against everybody who would still hear of them.
    Mono<Void> hold(List<ConversationId> conversations) {
        return database.sql("""
                        select pg_advisory_xact_lock(hashtextextended(id, 0))
                        from (select id from unnest(:ids) id order by id) each""")
                .bind("ids", conversations.stream().map(Object::toString).toArray(String[]::new))
                .then();
    }

    Mono<Void> remember(TenantId tenant, List<ConversationId> conversations, Instant erasedAt) {
        return database.sql("delete from erased_conversation where tenant = :tenant and erased_at < :before")
                .bind("tenant", tenant.value())
                .bind("before", erasedAt.minus(KEPT))
                .then()
                .then(database.sql("""
                                insert into erased_conversation (tenant, conversation, erased_at)
                                select :tenant, id, :at from unnest(:conversations) id
                                on conflict (tenant, conversation) do update set
                                  erased_at = greatest(erased_conversation.erased_at, excluded.erased_at)""")
                        .bind("tenant", tenant.value())
                        .bind("at", erasedAt)
                        .bind(
                                "conversations",
                                conversations.stream()
                                        .map(ConversationId::value)
                                        .toArray(UUID[]::new))
                        .then());
    }

    private Mono<Void> share(ConversationId conversation) {
        return database.sql("select pg_advisory_xact_lock_shared(hashtextextended(:id, 0))")
                .bind("id", conversation.toString())
                .then();
    }

    private DatabaseClient.GenericExecuteSpec exists(String sql, TenantId tenant, ConversationId conversation) {
        return database.sql(sql).bind("tenant", tenant.value()).bind("conversation", conversation.value());
    }
}
