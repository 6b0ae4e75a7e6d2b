package fr.accueil.router.dialogue;

import fr.accueil.events.ConversationId;
import fr.accueil.events.ErasureEvent.CustomerErased;
import fr.accueil.events.ErasureEvent.Store;
import fr.accueil.events.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Forgets what was said with a customer who is erased, and what was to be thought about it. Inside the tenant's
/// transaction.
@Component
class ForgetDialogues {

    private final DatabaseClient database;
    private final ErasedConversations erased;
    private final Dialogues dialogues;
    private final OwedAnswers owed;

    ForgetDialogues(DatabaseClient database, ErasedConversations erased, Dialogues dialogues, OwedAnswers owed) {
        this.database = database;
        this.erased = erased;
        this.dialogues = dialogues;
        this.owed = owed;
    }

    /// Who has written again since is a new customer, and keeps what they wrote.
    Mono<List<Store>> forget(TenantId tenant, CustomerErased told) {
        var ids = told.conversations().stream().map(ConversationId::value).toArray(UUID[]::new);
        return of(
                        "select conversation from dialogue where conversation = any(:ids) order by conversation for update",
                        ids)
                .then()
                .then(Mono.defer(() -> erased.remember(tenant, told.conversations(), told.erasedAt())))
                .thenMany(Flux.defer(() -> Flux.concat(
                        store("heard", upTo("heard", ids, told.erasedAt())),
                        store("said", upTo("said", ids, told.erasedAt())),
                        store("due_work", of("""
                                delete from due_work
                                where kind in ('timer', 'think', 'deadline')
                                  and split_part(key, ':', 1) = any(cast(:ids as text[]))
                                  and (kind = 'timer' or key not in
                                    (select conversation::text from heard where conversation = any(:ids)))
                                """, ids)),
                        store("dialogue", of("""
                                delete from dialogue d where conversation = any(:ids)
                                  and not exists (select from heard h where h.conversation = d.conversation)
                                  and not exists (select from said s where s.conversation = d.conversation)""", ids)))))
                .filter(it -> it.count() > 0)
                .collectList()
                .delayUntil(_ -> beginAnew(ids))
                .delayUntil(_ -> think(told.conversations()));
    }

    /// Nothing of the dialogue before is known to the one that goes on.
    private Mono<Void> beginAnew(UUID[] ids) {
        return of("""
                        update dialogue set version = version + 1, lead = 'assistant', lead_number = 1,
                          introduced = false, memory = '{}', newest_answered = null, newest_wish = null,
                          opted_out_at = null, opt_out_confirmation = null
                        where conversation = any(:ids)""", ids).then();
    }

    private Mono<Void> think(List<ConversationId> conversations) {
        return Flux.fromIterable(conversations)
                .concatMap(dialogues::find)
                .filter(left -> left.dialogue().owes())
                .concatMap(owed::now)
                .then();
    }

    private DatabaseClient.GenericExecuteSpec upTo(String table, UUID[] ids, Instant until) {
        return of("delete from " + table + " where conversation = any(:ids) and at <= :until", ids)
                .bind("until", until);
    }

    private DatabaseClient.GenericExecuteSpec of(String sql, UUID[] ids) {
        return database.sql(sql).bind("ids", ids);
    }

    private static Mono<Store> store(String table, DatabaseClient.GenericExecuteSpec deletion) {
        return deletion.fetch().rowsUpdated().map(count -> new Store(table, count));
    }
}
