package fr.accueil.conversation.transcript;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.events.ChangeEvent.Message;
import fr.accueil.events.ConversationId;
import fr.accueil.events.InboundEvent.MessageReceived;
import fr.accueil.events.MessageId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DataClassRowMapper;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The messages of the tenant whose transaction is open. Who writes holds the conversation's lock.
@Repository
class Messages {

    private static final String SELECT = """
            select m.id, m.direction, m.author, m.author_person, m.author_name, m.kind, m.body, m.at, m.status, m.failure,
                   m.answers, m.reasons::text as reasons, m.version, m.resendable, m.round, m.location::text as location,
                   m.button::text as button, m.quote::text as quote, m.referral::text as referral, m.forwarded,
                   m.recovered, m.template::text as template,
            """ + Attachments.SHOWN + "from message m\n";

    private static final DataClassRowMapper<MessageRow> ROW = new DataClassRowMapper<>(MessageRow.class);

    private final DatabaseClient database;

    Messages(DatabaseClient database) {
        this.database = database;
    }

    Mono<Message> find(MessageId id) {
        return database.sql(SELECT + "where m.id = :id")
                .bind("id", id.value())
                .map(Messages::toMessage)
                .one();
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
        return select.map(Messages::toMessage).all().collectList();
    }

    /// The latest message but for drafts that were dropped.
    Mono<Message> findLatestSaid(ConversationId conversation) {
        return database.sql(SELECT + """
                        where m.conversation = :conversation and not (m.status = 'refused' and not m.resendable)
                        order by m.at desc, m.id desc limit 1
                        """)
                .bind("conversation", conversation.value())
                .map(Messages::toMessage)
                .one();
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
                .map(Messages::toMessage)
                .all()
                .collectList();
    }

    /// A person's messages that are held to answer some of what this one answers.
    Flux<Message> findAlsoAnswering(ConversationId conversation, Message answer) {
        return database.sql(SELECT + """
                        where m.conversation = :conversation and m.author = 'person' and m.answers && :answers
                          and m.id <> :id
                        """)
                .bind("conversation", conversation.value())
                .bind("answers", MessageRow.of(answer).answers())
                .bind("id", answer.id().value())
                .map(Messages::toMessage)
                .all();
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

    /// The message that the provider calls so.
    Mono<Message> findNamed(ConversationId conversation, String sid) {
        return database.sql(SELECT + """
                        where m.conversation = :conversation and m.id in (
                          select message from sent_as where sid = :sid
                          union all
                          select id from message where provider_sid = :sid)
                        limit 1
                        """)
                .bind("conversation", conversation.value())
                .bind("sid", sid)
                .map(Messages::toMessage)
                .one();
    }

    /// Messages that quote this one and do not know it yet.
    Flux<Message> findQuoting(MessageId quoted) {
        return database.sql(SELECT + """
                        where m.quote ->> 'message' is null and m.quoted_sid in (
                            select sid from sent_as where message = :quoted
                            union all
                            select provider_sid from message where id = :quoted)
                          and m.conversation = (select conversation from message where id = :quoted)
                        """)
                .bind("quoted", quoted.value())
                .map(Messages::toMessage)
                .all();
    }

    /// @param received what it came as; null for an outgoing one
    Mono<Void> insert(ConversationId conversation, Message message, @Nullable MessageReceived received) {
        return database.sql("""
                        insert into message (id, conversation, direction, author, author_person, author_name, kind, body,
                                             at, status, failure, answers, reasons, version, resendable, round, location,
                                             button, quote, referral, forwarded, recovered, template, provider_sid,
                                             quoted_sid, original)
                        values (:id, :conversation, :direction, :author, :authorPerson, :authorName, :kind, :body,
                                :at, :status, :failure, :answers, cast(:reasons as jsonb), :version, :resendable, :round,
                                cast(:location as jsonb), cast(:button as jsonb), cast(:quote as jsonb),
                                cast(:referral as jsonb), :forwarded, :recovered, cast(:template as jsonb), :providerSid,
                                :quotedSid, cast(:original as jsonb))
                        """)
                .bindProperties(MessageRow.of(message))
                .bind("conversation", conversation.value())
                .bind(
                        "providerSid",
                        Parameter.fromOrEmpty(received == null ? null : received.providerSid(), String.class))
                .bind("quotedSid", Parameter.fromOrEmpty(received == null ? null : received.repliedTo(), String.class))
                .bind("original", Parameter.fromOrEmpty(JsonColumn.write(received), String.class))
                .then();
    }

    /// What may move of a message: its place, its delivery, what is known about it.
    Mono<Void> update(Message message) {
        var row = MessageRow.of(message);
        return database.sql("""
                        update message set at = :at, status = :status, failure = :failure,
                          reasons = cast(:reasons as jsonb), version = :version, resendable = :resendable,
                          round = :round, quote = cast(:quote as jsonb), answers = :answers
                        where id = :id
                        """)
                .bind("id", row.id())
                .bind("at", row.at())
                .bind("status", row.status())
                .bind("failure", Parameter.fromOrEmpty(row.failure(), String.class))
                .bind("reasons", Parameter.fromOrEmpty(row.reasons(), String.class))
                .bind("version", row.version())
                .bind("resendable", row.resendable())
                .bind("round", row.round())
                .bind("quote", Parameter.fromOrEmpty(row.quote(), String.class))
                .bind("answers", row.answers())
                .then();
    }

    private static Message toMessage(Readable row) {
        return ROW.apply(row).toMessage(row.get("attachments", String.class));
    }
}
