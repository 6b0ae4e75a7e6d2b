package fr.accueil.conversation.transcript;

import fr.accueil.events.ChangeEvent.Attachment;
import fr.accueil.events.ConversationId;
import fr.accueil.events.DeliveryEvent.MediaFetched;
import fr.accueil.events.DeliveryEvent.MediaNews;
import fr.accueil.events.DeliveryEvent.MediaUnavailable;
import fr.accueil.events.InboundEvent.Media;
import fr.accueil.events.MessageId;
import fr.accueil.events.Wire;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The media of received messages, in the tenant whose transaction is open: `pending` gives way to `unavailable`, and
/// both to `ready`, whichever is heard first. Who writes holds the conversation's lock.
@Repository
class Attachments {

    /// What a message shows of its media, as a subquery of a select from `message m`.
    static final String SHOWN = """
            (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                      'index', a.index, 'contentType', coalesce(a.content_type, 'application/octet-stream'),
                      'state', a.state, 'size', a.size, 'fileName', a.file_name, 'problem', a.problem)) order by a.index)
             from attachment a where a.tenant = m.tenant and a.message = m.id)::text as attachments
            """;

    private final DatabaseClient database;

    Attachments(DatabaseClient database) {
        this.database = database;
    }

    static List<Attachment> read(String shown) {
        return List.of(Wire.json().readValue(shown, Attachment[].class));
    }

    /// Expects the media that a message announces.
    ///
    /// @return all that is known of them, which may have been heard before
    Mono<List<Attachment>> expect(MessageId message, List<Media> media) {
        return media.isEmpty() ? Mono.just(List.of()) : insert(message, media).then(Mono.defer(() -> findAll(message)));
    }

    /// @return whether this was news
    Mono<Boolean> hear(MediaNews news) {
        return switch (news) {
            case MediaFetched fetched -> save(Row.of(fetched), "attachment.state <> 'ready'");
            case MediaUnavailable gone -> save(Row.of(gone), "attachment.state = 'pending'");
        };
    }

    Mono<Row> find(ConversationId conversation, MessageId message, int index) {
        return database.sql("""
                        select a.message, a.index, a.content_type, a.state, a.object_key, a.size, a.file_name, a.problem
                        from attachment a join message m on m.tenant = a.tenant and m.id = a.message
                        where m.conversation = :conversation and a.message = :message and a.index = :index
                        """)
                .bind("conversation", conversation.value())
                .bind("message", message.value())
                .bind("index", index)
                .mapProperties(Row.class)
                .one();
    }

    private Mono<Void> insert(MessageId message, List<Media> media) {
        return database.sql("""
                        insert into attachment (message, index, content_type, state)
                        select :message, nth - 1, type, 'pending' from unnest(:types) with ordinality as medium (type, nth)
                        on conflict (tenant, message, index) do update
                          set content_type = coalesce(attachment.content_type, excluded.content_type)
                        """)
                .bind("message", message.value())
                .bind("types", media.stream().map(Media::contentType).toArray(String[]::new))
                .then();
    }

    private Mono<List<Attachment>> findAll(MessageId message) {
        return database.sql("select " + SHOWN + "from (select tenant, :message as id from tenant) m")
                .bind("message", message.value())
                .mapValue(String.class)
                .one()
                .map(Attachments::read);
    }

    private Mono<Boolean> save(Row row, String unlessKnown) {
        return database.sql("""
                        insert into attachment (message, index, content_type, state, object_key, size, file_name, problem)
                        values (:message, :index, :contentType, :state, :objectKey, :size, :fileName, :problem)
                        on conflict (tenant, message, index) do update set
                          content_type = coalesce(excluded.content_type, attachment.content_type),
                          state = excluded.state, object_key = excluded.object_key, size = excluded.size,
                          file_name = excluded.file_name, problem = excluded.problem
                        where\s""" + unlessKnown)
                .bindProperties(row)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    record Row(
            UUID message,
            int index,
            @Nullable String contentType,
            String state,
            @Nullable String objectKey,
            @Nullable Long size,
            @Nullable String fileName,
            @Nullable String problem) {

        static Row of(MediaFetched it) {
            return new Row(
                    it.message().value(),
                    it.index(),
                    it.contentType(),
                    "ready",
                    it.key(),
                    it.size(),
                    it.fileName(),
                    null);
        }

        static Row of(MediaUnavailable it) {
            return new Row(it.message().value(), it.index(), null, "unavailable", null, null, null, it.explanation());
        }
    }
}
