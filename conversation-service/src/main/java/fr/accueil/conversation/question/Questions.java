package fr.accueil.conversation.question;

import fr.accueil.conversation.conversation.PageCursor;
import fr.accueil.conversation.question.QuestionGroup.NearestFaq;
import fr.accueil.events.ChangeEvent.OpenQuestion;
import fr.accueil.events.ConversationId;
import fr.accueil.events.FaqId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The open questions of the tenant whose transaction is open.
@Repository
class Questions {

    /// Each is compared with each group: more would be seconds.
    private static final int COMPARED = 1000;

    private final DatabaseClient database;

    Questions(DatabaseClient database) {
        this.database = database;
    }

    /// Adds one, or counts it where it was asked before. What was said last counts, by its own time. One that was
    /// settled
    /// before it was asked again begins anew.
    ///
    /// @return nothing when it is settled
    Mono<OpenQuestion> count(UUID id, String text, @Nullable FaqId nearest, ConversationId conversation, Instant at) {
        return database.sql("""
                        insert into open_question as q (id, text, times, nearest, last_conversation, last_at)
                        values (:id, :text, 1, :nearest, :conversation, :at)
                        on conflict (tenant, id) do update set
                          times = case when q.settled_at < excluded.last_at then 1 else q.times + 1 end,
                          settled_at = case when q.settled_at < excluded.last_at then null else q.settled_at end,
                          nearest = case when excluded.last_at >= q.last_at then excluded.nearest else q.nearest end,
                          last_conversation = case when excluded.last_at >= q.last_at
                            then excluded.last_conversation else q.last_conversation end,
                          last_at = greatest(q.last_at, excluded.last_at)
                        returning id, text, times, nearest, last_conversation, last_at, settled_at
                        """)
                .bind("id", id)
                .bind("text", text)
                .bind("nearest", Parameter.fromOrEmpty(nearest == null ? null : nearest.value(), UUID.class))
                .bind("conversation", conversation.value())
                .bind("at", at)
                .mapProperties(Row.class)
                .one()
                .filter(row -> row.settledAt() == null)
                .map(Row::toQuestion);
    }

    /// The latest first, from after the cursor on.
    Mono<List<OpenQuestion>> findLatest(@Nullable PageCursor after, int limit) {
        var select = database.sql("""
                        select id, text, times, nearest, last_conversation, last_at, settled_at
                        from open_question where settled_at is null %s order by last_at desc, id desc limit :limit
                        """.formatted(after == null ? "" : "and (last_at, id) < (:at, :id)"))
                .bind("limit", limit);
        if (after != null) {
            select = select.bind("at", after.at()).bind("id", after.id());
        }
        return select.mapProperties(Row.class).all().map(Row::toQuestion).collectList();
    }

    /// Those that are not settled, as they are compared; of very many the latest.
    Mono<List<AskedQuestion>> findOpen() {
        return database.sql("""
                        select q.id, q.text, q.times, q.last_at, f.id as nearest, f.question as nearest_question,
                               tsvector_to_array(to_tsvector('french_plain', q.text)) as stems
                        from open_question q left join faq f on f.tenant = q.tenant and f.id = q.nearest
                        where q.settled_at is null order by q.last_at desc, q.id desc limit :limit
                        """)
                .bind("limit", COMPARED)
                .mapProperties(OpenRow.class)
                .all()
                .map(OpenRow::toAsked)
                .collectList();
    }

    /// Whether it was ever asked, settled or not.
    Mono<Boolean> exists(UUID id) {
        return database.sql("select id from open_question where id = :id")
                .bind("id", id)
                .mapValue(UUID.class)
                .one()
                .hasElement();
    }

    Mono<Void> settle(List<UUID> ids, Instant at) {
        return database.sql("update open_question set settled_at = :at where id = any(:ids) and settled_at is null")
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("at", at)
                .then();
    }

    record Row(
            UUID id,
            String text,
            int times,
            @Nullable UUID nearest,
            UUID lastConversation,
            Instant lastAt,
            @Nullable Instant settledAt) {

        OpenQuestion toQuestion() {
            return new OpenQuestion(
                    id,
                    text,
                    times,
                    nearest == null ? null : FaqId.of(nearest),
                    ConversationId.of(lastConversation),
                    lastAt);
        }
    }

    record OpenRow(
            UUID id,
            String text,
            int times,
            Instant lastAt,
            @Nullable UUID nearest,
            @Nullable String nearestQuestion,
            String[] stems) {

        AskedQuestion toAsked() {
            var faq = nearest == null || nearestQuestion == null
                    ? null
                    : new NearestFaq(FaqId.of(nearest), nearestQuestion);
            return new AskedQuestion(id, text, times, lastAt, faq, Set.of(stems));
        }
    }
}
