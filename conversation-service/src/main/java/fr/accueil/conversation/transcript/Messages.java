package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The messages of the tenant whose transaction is open. Who writes holds the conversation's lock.
@Repository
class Messages {

    private static final String SELECT = """
            select m.id, m.direction, m.author, m.author_person, m.author_name, m.kind, m.body, m.at, m.status, m.failure,
                   m.answers, m.reasons::text as reasons, m.version
            from message m
            """;

    private final DatabaseClient database;

    Messages(DatabaseClient database) {
        this.database = database;
    }

    Mono<Message> find(MessageId id) {
        return database.sql(SELECT + "where m.id = :id")
                .bind("id", id.value())
                .mapProperties(MessageRow.class)
                .one()
                .map(MessageRow::toMessage);
    }

    Mono<ConversationId> findConversation(MessageId id) {
        return database.sql("select conversation from message where id = :id")
                .bind("id", id.value())
                .mapValue(UUID.class)
                .one()
                .map(ConversationId::of);
    }

    /// The latest first, from after the cursor on.
    Mono<List<Message>> findLatest(ConversationId conversation, @Nullable PageCursor after, int limit) {
        var sql = SELECT + "where m.conversation = :conversation"
                + (after == null ? "" : " and (m.at, m.id) < (:at, :id)")
                + " order by m.at desc, m.id desc limit :limit";
        var select =
                database.sql(sql).bind("conversation", conversation.value()).bind("limit", limit);
        if (after != null) {
            select = select.bind("at", after.at()).bind("id", after.id());
        }
        return select.mapProperties(MessageRow.class)
                .all()
                .map(MessageRow::toMessage)
                .collectList();
    }

    /// When the latest of these was said; empty when none of them is known yet.
    Mono<Instant> findLatestTime(Collection<MessageId> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : database.sql("select at from message where id = any(:ids) order by at desc limit 1")
                        .bind("ids", ids.stream().map(MessageId::value).toArray(UUID[]::new))
                        .mapValue(Instant.class)
                        .one();
    }

    /// Outgoing messages that name this one as answered and yet stand before it, the earliest first.
    Mono<List<Message>> findAnswersBefore(MessageId answered, Instant at) {
        return database.sql(SELECT + """
                        join answered a on a.tenant = m.tenant and a.by = m.id
                        where a.message = :answered and m.at <= :at order by m.at, m.id
                        """)
                .bind("answered", answered.value())
                .bind("at", at)
                .mapProperties(MessageRow.class)
                .all()
                .map(MessageRow::toMessage)
                .collectList();
    }

    /// Inbound messages that no answer and no hand-over has named, the earliest first.
    Mono<List<MessageId>> findUnanswered(ConversationId conversation, int limit) {
        return database.sql("""
                        select m.id from message m
                        where m.conversation = :conversation and m.direction = 'inbound'
                          and not exists (select from answered a where a.tenant = m.tenant and a.message = m.id)
                        order by m.at desc, m.id desc limit :limit
                        """)
                .bind("conversation", conversation.value())
                .bind("limit", limit)
                .mapValue(UUID.class)
                .all()
                .map(MessageId::of)
                .collectList()
                .map(List::reversed);
    }

    Mono<Void> insert(
            ConversationId conversation, Message message, @Nullable String providerSid, @Nullable String original) {
        return database.sql("""
                        insert into message (id, conversation, direction, author, author_person, author_name, kind, body,
                                             at, status, failure, answers, reasons, version, provider_sid, original)
                        values (:id, :conversation, :direction, :author, :authorPerson, :authorName, :kind, :body,
                                :at, :status, :failure, :answers, cast(:reasons as jsonb), :version, :providerSid,
                                cast(:original as jsonb))
                        """)
                .bindProperties(MessageRow.of(message))
                .bind("conversation", conversation.value())
                .bind("providerSid", Parameter.fromOrEmpty(providerSid, String.class))
                .bind("original", Parameter.fromOrEmpty(original, String.class))
                .then();
    }

    /// What may move of a message: its place, its delivery, its reasons.
    Mono<Void> update(Message message) {
        var row = MessageRow.of(message);
        return database.sql("""
                        update message set at = :at, status = :status, failure = :failure,
                          reasons = cast(:reasons as jsonb), version = :version
                        where id = :id
                        """)
                .bind("id", row.id())
                .bind("at", row.at())
                .bind("status", row.status())
                .bind("failure", Parameter.fromOrEmpty(row.failure(), String.class))
                .bind("reasons", Parameter.fromOrEmpty(row.reasons(), String.class))
                .bind("version", row.version())
                .then();
    }

    Mono<Void> rememberProviderSid(MessageId id, String providerSid) {
        return database.sql("update message set provider_sid = :providerSid where id = :id and provider_sid is null")
                .bind("id", id.value())
                .bind("providerSid", providerSid)
                .then();
    }
}
