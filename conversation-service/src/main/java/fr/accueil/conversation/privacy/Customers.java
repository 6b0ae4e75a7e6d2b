package fr.accueil.conversation.privacy;

import fr.accueil.conversation.conversation.ConversationUnknown;
import fr.accueil.events.ConversationId;
import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Finds all that hangs together as one customer, by any conversation or booking of theirs. In the tenant's open
/// transaction.
@Repository
class Customers {

    private static final String CONTACTS =
            "select k.id, k.name, k.phone, k.external_user_id, k.address from contact k where k.id in ";

    private final DatabaseClient database;

    Customers(DatabaseClient database) {
        this.database = database;
    }

    /// @throws ConversationUnknown (as an error) when this tenant has none of that id to show
    Mono<Whom> load(TenantId tenant, ConversationId any) {
        return find(tenant, any, "");
    }

    /// Holds all of their conversations, in one order everywhere, until the transaction ends.
    ///
    /// @throws ConversationUnknown (as an error) as above
    Mono<Whom> lock(TenantId tenant, ConversationId any) {
        return find(tenant, any, " for update");
    }

    /// What is there of these conversations, held until the transaction ends: none of them, or all again where
    /// a backup brought them back.
    Mono<Whom> lockAll(TenantId tenant, List<ConversationId> conversations) {
        var ids = conversations.stream().map(ConversationId::value).toArray(UUID[]::new);
        return database.sql("select id from conversation where id = any(:ids) order by id for update")
                .bind("ids", ids)
                .mapValue(UUID.class)
                .all()
                .then(database.sql(CONTACTS + "(select contact from conversation where id = any(:ids)) order by k.id")
                        .bind("ids", ids)
                        .mapProperties(Whom.Known.class)
                        .all()
                        .collectList())
                .map(contacts -> new Whom(tenant, conversations, contacts, null));
    }

    private Mono<Whom> find(TenantId tenant, ConversationId any, String locking) {
        return database.sql("""
                        select id, opted_out_at from conversation
                        where contact = (select contact from conversation where id = :id) order by id
                        """ + locking)
                .bind("id", any.value())
                .mapProperties(Thread.class)
                .all()
                .collectList()
                .filter(threads -> !threads.isEmpty())
                .flatMap(threads -> database.sql(CONTACTS + "(select contact from conversation where id = :id)")
                        .bind("id", any.value())
                        .mapProperties(Whom.Known.class)
                        .all()
                        .collectList()
                        .map(contacts -> toWhom(tenant, threads, contacts)))
                .switchIfEmpty(Mono.defer(() -> findByBooking(tenant, any, locking)))
                .switchIfEmpty(Mono.error(ConversationUnknown::new));
    }

    /// Whoever it was entered for: known by a conversation, by the number of one, or by this alone.
    private Mono<Whom> findByBooking(TenantId tenant, ConversationId any, String locking) {
        return database.sql("""
                        select b.id, b.customer_name, b.phone, coalesce(b.conversation,
                          (select c.id from conversation c join contact k on k.tenant = c.tenant and k.id = c.contact
                           where k.phone = b.phone order by c.id limit 1)) as conversation
                        from booking b where b.id = :id and b.status <> 'held'
                        """)
                .bind("id", any.value())
                .mapProperties(ByHand.class)
                .one()
                .flatMap(it -> it.conversation() == null
                        ? Mono.just(new Whom(
                                tenant,
                                List.of(),
                                List.of(),
                                new Whom.Entered(it.id(), it.customerName(), it.phone()),
                                null))
                        : find(tenant, ConversationId.of(it.conversation()), locking));
    }

    private static Whom toWhom(TenantId tenant, List<Thread> threads, List<Whom.Known> contacts) {
        var optedOut = threads.stream()
                .flatMap(it -> Optional.ofNullable(it.optedOutAt()).stream())
                .max(Instant::compareTo)
                .orElse(null);
        return new Whom(
                tenant, threads.stream().map(it -> ConversationId.of(it.id())).toList(), contacts, optedOut);
    }

    record ByHand(
            UUID id,
            String customerName,
            @Nullable String phone,
            @Nullable UUID conversation) {}

    record Thread(UUID id, @Nullable Instant optedOutAt) {}
}
