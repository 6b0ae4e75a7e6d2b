package fr.accueil.router.dialogue;

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

/// Conversations whose customer was erased, and when. Every call stands inside the tenant's transaction.
@Component
class ErasedConversations {

    /// As long as a backup may be kept, and longer than anything can come again.
    private static final Duration KEPT = Topic.ERASURES.retention().orElseThrow();

    private final DatabaseClient database;

    ErasedConversations(DatabaseClient database) {
        this.database = database;
    }

    /// Whether what happened then is older than the erasure.
    Mono<Boolean> cover(ConversationId conversation, Instant at) {
        return database.sql("""
                        select exists (select from erased_conversation
                          where conversation = :conversation and erased_at >= :at)""")
                .bind("conversation", conversation.value())
                .bind("at", at)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> remember(TenantId tenant, List<ConversationId> conversations, Instant erasedAt) {
        return database.sql("delete from erased_conversation where erased_at < :before")
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
}
