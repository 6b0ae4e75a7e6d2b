package fr.accueil.notification.erasure;

import fr.accueil.events.ConversationId;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.TenantId;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Forgets what was sent to a customer who is erased, and what they sent. Joins the caller's transaction of the
/// tenant.
@Component
class ForgetConversations {

    private static final String MESSAGES =
            "(select id from message" + " where tenant = :tenant and conversation = any(:ids) and asked_at <= :until)";

    /// What came from them keeps its names at Twilio, and no more, as long as Twilio's list is compared with
    /// it: else it would be brought back from there.
    private static final String NOBODYS = "update received set conversation = '00000000-0000-0000-0000-000000000000'"
            + " where tenant = :tenant and conversation = any(:ids) and at <= :until";

    private static final String MEDIA = """
            with gone as (
              delete from medium where tenant = :tenant and conversation = any(:ids) and (since <= :until
                or message in (select message from received where tenant = :tenant and conversation = any(:ids)
                                 and at <= :until))
              returning message, number),
            undone as (
              delete from due_work where kind = 'media'
                and key in (select message || '/' || number from gone))
            select count(*) from gone""";

    private final DatabaseClient database;
    private final ErasedConversations erased;

    ForgetConversations(DatabaseClient database, ErasedConversations erased) {
        this.database = database;
        this.erased = erased;
    }

    /// Who has written again since is a new customer: what is newer stays.
    Mono<List<Store>> forget(TenantId tenant, CustomerErased told) {
        return erased.hold(told.conversations())
                .then(Mono.defer(() -> erased.remember(tenant, told.conversations(), told.erasedAt())))
                .thenMany(Flux.defer(() -> Flux.concat(
                        delete(
                                "attempt",
                                "delete from attempt where tenant = :tenant and message in " + MESSAGES,
                                tenant,
                                told),
                        delete(
                                "part",
                                "delete from part where tenant = :tenant and message in " + MESSAGES,
                                tenant,
                                told),
                        delete(
                                "message",
                                "delete from message where tenant = :tenant and id in " + MESSAGES,
                                tenant,
                                told),
                        delete(
                                "stop",
                                "delete from stop where tenant = :tenant and conversation = any(:ids) and since <= :until",
                                tenant,
                                told),
                        delete(
                                "correspondent",
                                "delete from correspondent where tenant = :tenant and conversation = any(:ids) and at <= :until",
                                tenant,
                                told),
                        bound(MEDIA, tenant, told).mapValue(Long.class).one().map(count -> new Store("medium", count)),
                        delete("received", NOBODYS, tenant, told),
                        deleteConversations(tenant, told))))
                .filter(it -> it.count() > 0)
                .collectList()
                .delayUntil(_ -> dropWork(tenant, told))
                .delayUntil(_ -> beginAnew(tenant, told));
    }

    private Mono<Store> deleteConversations(TenantId tenant, CustomerErased told) {
        return of("""
                        delete from conversation c where c.tenant = :tenant and c.id = any(:ids) and not exists
                          (select from message m where m.tenant = c.tenant and m.conversation = c.id)""", tenant, told).fetch().rowsUpdated().map(count -> new Store("conversation", count));
    }

    private Mono<Void> dropWork(TenantId tenant, CustomerErased told) {
        return of("""
                        delete from due_work where kind in ('send', 'fence', 'typing')
                          and key = any(cast(:ids as text[])) and key not in
                            (select id::text from conversation where tenant = :tenant and id = any(:ids))""", tenant, told).then();
    }

    /// Who led before leads no more.
    private Mono<Void> beginAnew(TenantId tenant, CustomerErased told) {
        return of("""
                        update conversation set leader_number = 0, person_number = 0, fenced_number = 0
                        where tenant = :tenant and id = any(:ids)""", tenant, told).then();
    }

    private Mono<Store> delete(String table, String sql, TenantId tenant, CustomerErased told) {
        return bound(sql, tenant, told).fetch().rowsUpdated().map(count -> new Store(table, count));
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, TenantId tenant, CustomerErased told) {
        return of(sql, tenant, told).bind("until", told.erasedAt());
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, TenantId tenant, CustomerErased told) {
        return database.sql(sql)
                .bind("tenant", tenant.value())
                .bind(
                        "ids",
                        told.conversations().stream().map(ConversationId::value).toArray(UUID[]::new));
    }
}
