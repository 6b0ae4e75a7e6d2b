package fr.accueil.router.dialogue;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.router.understanding.Question.Line;
import fr.accueil.router.understanding.Question.Speaker;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What was said in a conversation. Every call stands inside the tenant's transaction.
@Component
class Transcript {

    private static final int LINES = 20;

    private final DatabaseClient database;

    Transcript(DatabaseClient database) {
        this.database = database;
    }

    /// The last lines before what waits, oldest first.
    Mono<List<Line>> before(ConversationId conversation) {
        return database.sql("""
                        select * from (
                          (select 'customer' as speaker, at, body, message from heard
                           where conversation = :conversation and outcome is not null order by at desc limit :lines)
                          union all
                          (select speaker, at, body, message from said
                           where conversation = :conversation order by at desc limit :lines)
                          order by at desc, message desc limit :lines) last
                        order by at, message""")
                .bind("conversation", conversation.value())
                .bind("lines", LINES)
                .map(row -> new Line(
                        Speaker.valueOf(required(row, "speaker", String.class).toUpperCase(Locale.ROOT)),
                        required(row, "at", Instant.class),
                        required(row, "body", String.class)))
                .all()
                .collectList();
    }

    /// Adds what the business said.
    ///
    /// @return false when it stood there already
    Mono<Boolean> add(StoredDialogue stored, MessageId message, Instant at, Speaker speaker, String body) {
        return database.sql("""
                        insert into said (message, tenant, conversation, at, speaker, body)
                        values (:message, :tenant, :conversation, :at, :speaker, :body) on conflict do nothing""")
                .bind("message", message.value())
                .bind("tenant", stored.tenant().value())
                .bind("conversation", stored.conversation().value())
                .bind("at", at)
                .bind("speaker", speaker.name().toLowerCase(Locale.ROOT))
                .bind("body", body)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
