package fr.accueil.notification.delivery;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is known of a conversation as a whole. Its row is its lock: everything here runs in the caller's transaction of
/// the tenant.
@Component
class Conversations {

    private final DatabaseClient database;

    Conversations(DatabaseClient database) {
        this.database = database;
    }

    /// @param pairDebt how far its customer's pace is used up, by the database's clock
    /// @param turnAt when its reserved turn at the sender comes
    record Locked(Fence fence, Duration pairDebt, @Nullable Instant turnAt) {}

    /// Locks a conversation, which is created when it was not known.
    Mono<Locked> lock(TenantId tenant, ConversationId conversation) {
        return select(tenant, conversation)
                .switchIfEmpty(Mono.defer(() -> insert(tenant, conversation).then(select(tenant, conversation))));
    }

    Mono<Void> saveFence(TenantId tenant, ConversationId conversation, Fence fence) {
        return database.sql("""
                        update conversation
                        set leader_number = :leader, person_number = :person, fenced_number = :fenced
                        where tenant = :tenant and id = :id""")
                .bind("leader", fence.leaderNumber())
                .bind("person", fence.personNumber())
                .bind("fenced", fence.fencedNumber())
                .bind("tenant", tenant.value())
                .bind("id", conversation.value())
                .then();
    }

    Mono<Void> saveTurn(TenantId tenant, ConversationId conversation, Instant turnAt) {
        return database.sql("update conversation set turn_at = :turn where tenant = :tenant and id = :id")
                .bind("turn", turnAt)
                .bind("tenant", tenant.value())
                .bind("id", conversation.value())
                .then();
    }

    /// One more call to this customer, in its turn.
    Mono<Void> spendPair(TenantId tenant, ConversationId conversation, Duration every) {
        return database.sql("""
                        update conversation set turn_at = null,
                          pair_free_at = greatest(pair_free_at, clock_timestamp()) + make_interval(secs => :every)
                        where tenant = :tenant and id = :id""")
                .bind("every", every.toMillis() / 1000.0)
                .bind("tenant", tenant.value())
                .bind("id", conversation.value())
                .then();
    }

    private Mono<Locked> select(TenantId tenant, ConversationId conversation) {
        return database.sql("""
                        select leader_number, person_number, fenced_number, turn_at,
                          greatest(extract(epoch from pair_free_at - clock_timestamp()), 0)::float8 as debt
                        from conversation where tenant = :tenant and id = :id for update""")
                .bind("tenant", tenant.value())
                .bind("id", conversation.value())
                .map(row -> new Locked(
                        new Fence(
                                required(row, "leader_number", Long.class),
                                required(row, "person_number", Long.class),
                                required(row, "fenced_number", Long.class)),
                        Duration.ofMillis((long) (required(row, "debt", Double.class) * 1000)),
                        row.get("turn_at", Instant.class)))
                .one();
    }

    private Mono<Void> insert(TenantId tenant, ConversationId conversation) {
        return database.sql("insert into conversation (tenant, id) values (:tenant, :id) on conflict do nothing")
                .bind("tenant", tenant.value())
                .bind("id", conversation.value())
                .then();
    }
}
