package fr.accueil.conversation.privacy;

import fr.accueil.conversation.booking.DropNames;
import fr.accueil.conversation.file.DoomedFiles;
import fr.accueil.events.BookingId;
import fr.accueil.events.ErasureEvent.Store;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Deletes every row of a customer up to a time, and dooms their files. In the transaction that holds their
/// conversations: it is gone as a whole or not at all.
@Component
class ForgetCustomer {

    /// What an erased customer's lines of the audit log are about.
    private static final String NOBODY = "Client effacé";

    private static final String MESSAGES = "(select m.id from message m"
            + " where m.tenant = nullif(current_setting('accueil.tenant', true), '')::uuid"
            + " and m.conversation = any(:conversations) and m.at <= :until)";

    /// In this order: what names a message before the messages, a conversation last but for its contact.
    private static final List<Deletion> OF_MESSAGES = List.of(
            new Deletion("answered", "delete from answered where message in " + MESSAGES + " or by in " + MESSAGES),
            new Deletion("early_news", "delete from early_news where message in " + MESSAGES),
            new Deletion("sent_as", "delete from sent_as where message in " + MESSAGES),
            new Deletion("attachment", "delete from attachment where message in " + MESSAGES),
            new Deletion("idempotency_key", "delete from idempotency_key where result in " + MESSAGES),
            new Deletion("message", "delete from message where conversation = any(:conversations) and at <= :until"),
            new Deletion("lead", "delete from lead where conversation = any(:conversations) and at <= :until"),
            new Deletion(
                    "open_question",
                    "delete from open_question where last_conversation = any(:conversations) and last_at <= :until"),
            new Deletion("opt_out", "delete from opt_out where conversation = any(:conversations) and at <= :until"));

    private static final String CONVERSATIONS = """
            delete from conversation c where c.id = any(:conversations) and not exists
              (select from message m where m.tenant = c.tenant and m.conversation = c.id) and not exists
              (select from lead l where l.tenant = c.tenant and l.conversation = c.id) and not exists
              (select from open_question q where q.tenant = c.tenant and q.last_conversation = c.id) and not exists
              (select from opt_out o where o.tenant = c.tenant and o.conversation = c.id) and not exists
              (select from booking b where b.tenant = c.tenant and b.conversation = c.id)""";

    private final DatabaseClient database;
    private final DropNames bookings;
    private final DoomedFiles files;

    ForgetCustomer(DatabaseClient database, DropNames bookings, DoomedFiles files) {
        this.database = database;
        this.bookings = bookings;
        this.files = files;
    }

    /// @param erasure whose receipt counts what goes
    /// @return what is gone, by table; files as `media`
    Mono<List<Store>> forget(Whom whom, UUID erasure, Instant until) {
        return allow().then(Mono.defer(() -> dropWork(whom, until)))
                .then(Mono.defer(() -> doomFiles(whom, erasure, until)))
                .flatMap(media -> Flux.fromIterable(OF_MESSAGES)
                        .concatMap(it -> delete(it, whom, until))
                        .concatWith(Flux.defer(() -> dropNames(whom, erasure, until)))
                        .concatWith(Mono.defer(() -> deleteConversations(whom)))
                        .concatWith(Mono.defer(() -> deleteContacts(whom)))
                        .collectList()
                        .map(rows -> Stream.concat(Stream.of(media), rows.stream())
                                .filter(it -> it.count() > 0)
                                .toList()));
    }

    /// The ledger and the audit log let themselves be changed by an erasure alone.
    private Mono<Void> allow() {
        return database.sql("select set_config('accueil.erasing', 'on', true)").then();
    }

    private Mono<Void> dropWork(Whom whom, Instant until) {
        return bound(
                        "delete from due_work where kind = 'unanswered' and key in (select id::text from " + MESSAGES
                                + " gone (id))",
                        whom,
                        until)
                .then();
    }

    private Mono<Store> doomFiles(Whom whom, UUID erasure, Instant until) {
        return bound("""
                        insert into doomed_object (object_key, erasure)
                        select object_key, :erasure from attachment
                        where object_key is not null and message in %s
                        on conflict (tenant, object_key) do update set erasure = excluded.erasure
                        """.formatted(MESSAGES), whom, until)
                .bind("erasure", erasure)
                .fetch()
                .rowsUpdated()
                .delayUntil(_ -> files.begin(whom.tenant()))
                .map(count -> new Store("media", count));
    }

    private Flux<Store> dropNames(Whom whom, UUID erasure, Instant until) {
        return bookings.drop(whom.tenant(), whom.bookingIds(), whom.conversationIds(), whom.phones(), until, erasure)
                .flatMapMany(nameless -> Flux.concat(
                        Mono.just(new Store("booking", nameless.size())),
                        blackOut(whom, nameless, erasure).map(lines -> new Store("audit_entry", lines)),
                        blackOutRegister(whom, nameless).map(lines -> new Store("register_entry", lines))));
    }

    /// Who did what and when is kept; to whom is not. A conversation's id can be computed from its customer's
    /// number: what was about it is about the erasure now.
    private Mono<Long> blackOut(Whom whom, List<?> bookings, UUID erasure) {
        var conversations = whom.conversations().stream().map(Object::toString).toArray(String[]::new);
        return database.sql("""
                        update audit_entry set label = :nobody, changes = '[]',
                          target = case when target = any(:conversations) then :erasure else target end
                        where target = any(:conversations) or target = any(:bookings)
                        """)
                .bind("nobody", NOBODY)
                .bind("conversations", conversations)
                .bind("bookings", bookings.stream().map(Object::toString).toArray(String[]::new))
                .bind("erasure", erasure.toString())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> blackOutRegister(Whom whom, List<BookingId> bookings) {
        return database.sql("""
                        update register_entry set conversation = null, booking = null, customer = null
                        where conversation = any(:ids) or booking = any(:bookings)
                        """)
                .bind("ids", whom.conversationIds().toArray(UUID[]::new))
                .bind("bookings", bookings.stream().map(BookingId::value).toArray(UUID[]::new))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Store> deleteConversations(Whom whom) {
        return database.sql(CONVERSATIONS)
                .bind("conversations", whom.conversationIds().toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .map(count -> new Store("conversation", count));
    }

    private Mono<Store> deleteContacts(Whom whom) {
        return database.sql("""
                        delete from contact k where k.id = any(:contacts) and not exists
                          (select from conversation c where c.tenant = k.tenant and c.contact = k.id)""")
                .bind("contacts", whom.contactIds())
                .fetch()
                .rowsUpdated()
                .map(count -> new Store("contact", count));
    }

    private Mono<Store> delete(Deletion deletion, Whom whom, Instant until) {
        return bound(deletion.sql(), whom, until)
                .fetch()
                .rowsUpdated()
                .map(count -> new Store(deletion.table(), count));
    }

    private DatabaseClient.GenericExecuteSpec bound(String sql, Whom whom, Instant until) {
        return database.sql(sql)
                .bind("conversations", whom.conversationIds().toArray(UUID[]::new))
                .bind("until", until);
    }

    private record Deletion(String table, String sql) {}
}
