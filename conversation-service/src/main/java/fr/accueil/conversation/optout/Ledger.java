package fr.accueil.conversation.optout;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.ChangeEvent.Contact;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The opt-outs of the tenant whose transaction is open. Nothing in it is ever changed.
@Repository
class Ledger {

    private final DatabaseClient database;

    Ledger(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Entry entry) {
        return database.sql("""
                        insert into opt_out (id, conversation, address, kind, at, word, reason, message)
                        values (:id, :conversation, :address, :kind, :at, :word, :reason, :message)
                        on conflict do nothing
                        """).bindProperties(entry).then();
    }

    /// Since when the customer wants no messages, by the time at which they said so and not by when it was heard.
    Mono<Optional<Instant>> findStopped(ConversationId conversation) {
        return database.sql("""
                        select min(s.at) as since from opt_out s
                        where s.conversation = :conversation and s.kind = 'stop' and not exists (
                          select from opt_out r
                          where r.conversation = s.conversation and r.kind = 'resume'
                            and (r.at, r.position) > (s.at, s.position))
                        """)
                .bind("conversation", conversation.value())
                .map(row -> Optional.ofNullable(row.get("since", Instant.class)))
                .one();
    }

    /// The latest first, from after the cursor on.
    Mono<List<Row>> findLatest(@Nullable PageCursor after, int limit) {
        var select = database.sql("""
                        select o.id, o.conversation, k.name, k.phone, coalesce(k.address, o.address) as address, o.at,
                               o.kind, o.word, o.reason, o.message
                        from opt_out o
                        join conversation c on c.tenant = o.tenant and c.id = o.conversation
                        left join contact k on k.tenant = c.tenant and k.id = c.contact
                        %s
                        order by o.at desc, o.id desc limit :limit
                        """.formatted(after == null ? "" : "where (o.at, o.id) < (:at, :id)"))
                .bind("limit", limit);
        if (after != null) {
            select = select.bind("at", after.at()).bind("id", after.id());
        }
        return select.mapProperties(Row.class).all().collectList();
    }

    record Entry(
            UUID id,
            UUID conversation,
            String address,
            String kind,
            Instant at,
            @Nullable String word,
            @Nullable String reason,
            UUID message) {}

    record Row(
            UUID id,
            UUID conversation,
            @Nullable String name,
            @Nullable String phone,
            String address,
            Instant at,
            String kind,
            @Nullable String word,
            @Nullable String reason,
            UUID message) {

        OptOut toOptOut() {
            return new OptOut(
                    ConversationId.of(conversation),
                    new Contact(name, phone, address),
                    at,
                    OptOut.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    word,
                    reason == null ? null : OptOut.Reason.valueOf(reason.toUpperCase(Locale.ROOT)),
                    MessageId.of(message));
        }
    }
}
