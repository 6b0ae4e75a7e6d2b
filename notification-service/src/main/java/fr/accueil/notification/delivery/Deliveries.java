package fr.accueil.notification.delivery;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.Author;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Conversations, messages, parts and attempts as rows. Everything here runs in the caller's transaction of the tenant,
/// after the conversation was locked.
@Component
class Deliveries {

    private static final String MESSAGE_COLUMNS = """
            select id, conversation, channel, recipient, author, leader_number, free_text_until, asked_at, round, state
            from message where tenant = :tenant and\s""";

    private final DatabaseClient database;

    Deliveries(DatabaseClient database) {
        this.database = database;
    }

    /// Locks a conversation, which is created when it was not known, and says who may speak in it.
    Mono<Fence> lock(TenantId tenant, ConversationId conversation) {
        return database.sql("insert into conversation (tenant, id) values (:tenant, :id) on conflict do nothing")
                .bind("tenant", tenant.value())
                .bind("id", conversation.value())
                .then()
                .then(database.sql("""
                                select leader_number, person_number from conversation
                                where tenant = :tenant and id = :id for update""")
                        .bind("tenant", tenant.value())
                        .bind("id", conversation.value())
                        .map(row -> new Fence(
                                required(row, "leader_number", Long.class), required(row, "person_number", Long.class)))
                        .one());
    }

    Mono<Void> saveFence(TenantId tenant, ConversationId conversation, Fence fence) {
        return database.sql("""
                        update conversation set leader_number = :leader, person_number = :person
                        where tenant = :tenant and id = :id""")
                .bind("leader", fence.leaderNumber())
                .bind("person", fence.personNumber())
                .bind("tenant", tenant.value())
                .bind("id", conversation.value())
                .then();
    }

    /// @return false when it was there already
    Mono<Boolean> add(TenantId tenant, Outgoing message) {
        return database.sql("""
                        insert into message (tenant, id, conversation, channel, recipient, author, leader_number,
                          free_text_until, asked_at, round, state, settled)
                        values (:tenant, :id, :conversation, :channel, :recipient, :author, :leaderNumber,
                          :freeTextUntil, :askedAt, :round, :state, :settled)
                        on conflict do nothing""")
                .bind("tenant", tenant.value())
                .bind("id", message.id().value())
                .bind("conversation", message.conversation().value())
                .bind("channel", message.channel().value())
                .bind("recipient", message.recipient())
                .bind("author", nameOf(message.author()))
                .bind("leaderNumber", message.leaderNumber())
                .bind("freeTextUntil", message.freeTextUntil())
                .bind("askedAt", message.askedAt())
                .bind("round", message.round())
                .bind("state", nameOf(message.state()))
                .bind("settled", message.settled())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 0
                        ? Mono.just(false)
                        : Flux.fromIterable(message.parts())
                                .concatMap(part -> add(tenant, message.id(), part))
                                .then(Mono.just(true)));
    }

    /// The conversation's messages that are not settled, in topic order.
    Mono<List<Outgoing>> findUnsettled(TenantId tenant, ConversationId conversation) {
        return database.sql(MESSAGE_COLUMNS + "conversation = :conversation and not settled order by position")
                .bind("tenant", tenant.value())
                .bind("conversation", conversation.value())
                .map(Deliveries::toOutgoing)
                .all()
                .collectList()
                .flatMap(messages -> withParts(tenant, messages));
    }

    Mono<Outgoing> find(TenantId tenant, MessageId message) {
        return database.sql(MESSAGE_COLUMNS + "id = :id")
                .bind("tenant", tenant.value())
                .bind("id", message.value())
                .map(Deliveries::toOutgoing)
                .all()
                .collectList()
                .flatMap(messages -> withParts(tenant, messages))
                .flatMap(messages -> Mono.justOrEmpty(messages.stream().findFirst()));
    }

    /// Which message and attempt Twilio's name stands for.
    Mono<AttemptKey> findAttempt(TenantId tenant, String providerSid) {
        return database.sql("select message, id from attempt where tenant = :tenant and provider_sid = :sid limit 1")
                .bind("tenant", tenant.value())
                .bind("sid", providerSid)
                .map(Deliveries::toKey)
                .one();
    }

    /// @return false when another attempt to the same recipient is not resolved yet
    Mono<Boolean> addAttempt(TenantId tenant, Outgoing message, int part, Attempt attempt) {
        return database.sql("""
                        insert into attempt (tenant, id, conversation, message, part, channel, recipient, started_at,
                          look_up_after, state)
                        values (:tenant, :id, :conversation, :message, :part, :channel, :recipient, :startedAt,
                          :lookUpAfter, :state)
                        on conflict do nothing""")
                .bind("tenant", tenant.value())
                .bind("id", attempt.id())
                .bind("conversation", message.conversation().value())
                .bind("message", message.id().value())
                .bind("part", part)
                .bind("channel", message.channel().value())
                .bind("recipient", message.recipient())
                .bind("startedAt", attempt.startedAt())
                .bind("lookUpAfter", attempt.lookUpAfter())
                .bind("state", nameOf(attempt.state()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// What this recipient's messages since then are known as at Twilio: of other attempts than the one in doubt.
    Mono<Set<String>> findSids(TenantId tenant, Outgoing message, Instant since) {
        return database.sql("""
                        select provider_sid from attempt
                        where tenant = :tenant and channel = :channel and recipient = :recipient
                          and started_at >= :since and provider_sid is not null""")
                .bind("tenant", tenant.value())
                .bind("channel", message.channel().value())
                .bind("recipient", message.recipient())
                .bind("since", since)
                .map(row -> required(row, "provider_sid", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    /// Writes what news changed of a message.
    Mono<Void> save(TenantId tenant, Outgoing before, Outgoing after) {
        return Flux.fromIterable(after.parts())
                .filter(part -> !before.parts().contains(part))
                .concatMap(part -> save(tenant, after.id(), part))
                .then(database.sql("""
                                update message set state = :state, settled = :settled
                                where tenant = :tenant and id = :id""")
                        .bind("state", nameOf(after.state()))
                        .bind("settled", after.settled())
                        .bind("tenant", tenant.value())
                        .bind("id", after.id().value())
                        .then());
    }

    private Mono<Void> add(TenantId tenant, MessageId message, Part part) {
        return database.sql(
                        "insert into part (tenant, message, number, body) values (:tenant, :message, :number, :body)")
                .bind("tenant", tenant.value())
                .bind("message", message.value())
                .bind("number", part.number())
                .bind("body", part.body())
                .then();
    }

    private Mono<Void> save(TenantId tenant, MessageId message, Part part) {
        return database.sql("""
                        update part set not_before = :notBefore
                        where tenant = :tenant and message = :message and number = :number""")
                .bind("notBefore", Parameter.fromOrEmpty(part.notBefore(), Instant.class))
                .bind("tenant", tenant.value())
                .bind("message", message.value())
                .bind("number", part.number())
                .then()
                .thenMany(Flux.fromIterable(part.attempts()).concatMap(attempt -> save(tenant, attempt)))
                .then();
    }

    private Mono<Void> save(TenantId tenant, Attempt attempt) {
        return database.sql("""
                        update attempt set state = :state, look_up_after = :lookUpAfter, provider_sid = :sid,
                          error_code = :code
                        where tenant = :tenant and id = :id""")
                .bind("state", nameOf(attempt.state()))
                .bind("lookUpAfter", attempt.lookUpAfter())
                .bind("sid", Parameter.fromOrEmpty(attempt.providerSid(), String.class))
                .bind("code", Parameter.fromOrEmpty(attempt.errorCode(), String.class))
                .bind("tenant", tenant.value())
                .bind("id", attempt.id())
                .then();
    }

    private Mono<List<Outgoing>> withParts(TenantId tenant, List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return Mono.just(messages);
        }
        var ids = messages.stream().map(it -> it.id().value()).toArray(UUID[]::new);
        return findAttempts(tenant, ids)
                .flatMap(attempts -> findParts(tenant, ids, attempts))
                .map(parts -> messages.stream()
                        .map(it -> it.with(parts.getOrDefault(it.id().value(), List.of())))
                        .toList());
    }

    private Mono<Map<UUID, List<Part>>> findParts(
            TenantId tenant, UUID[] messages, Map<PartKey, List<Attempt>> attempts) {
        return database.sql("""
                        select message, number, body, not_before from part
                        where tenant = :tenant and message = any(:messages) order by message, number""")
                .bind("tenant", tenant.value())
                .bind("messages", messages)
                .map(row -> toPart(row, attempts))
                .all()
                .collect(grouped());
    }

    private Mono<Map<PartKey, List<Attempt>>> findAttempts(TenantId tenant, UUID[] messages) {
        return database.sql("""
                        select message, part, id, started_at, look_up_after, state, provider_sid, error_code
                        from attempt where tenant = :tenant and message = any(:messages) order by id""")
                .bind("tenant", tenant.value())
                .bind("messages", messages)
                .map(row -> new Of<>(toPartKey(row, "part"), toAttempt(row)))
                .all()
                .collect(grouped());
    }

    private static <K, V> Collector<Of<K, V>, ?, Map<K, List<V>>> grouped() {
        return Collectors.groupingBy(Of::key, Collectors.mapping(Of::value, Collectors.toList()));
    }

    private static Of<UUID, Part> toPart(Readable row, Map<PartKey, List<Attempt>> attempts) {
        var key = toPartKey(row, "number");
        var part = new Part(
                key.number(),
                required(row, "body", String.class),
                row.get("not_before", Instant.class),
                attempts.getOrDefault(key, List.of()));
        return new Of<>(key.message(), part);
    }

    private static PartKey toPartKey(Readable row, String number) {
        return new PartKey(required(row, "message", UUID.class), required(row, number, Integer.class));
    }

    private static AttemptKey toKey(Readable row) {
        return new AttemptKey(new MessageId(required(row, "message", UUID.class)), required(row, "id", UUID.class));
    }

    private static Attempt toAttempt(Readable row) {
        return new Attempt(
                required(row, "id", UUID.class),
                required(row, "started_at", Instant.class),
                required(row, "look_up_after", Instant.class),
                toEnum(row, "state", AttemptState::valueOf),
                row.get("provider_sid", String.class),
                row.get("error_code", String.class));
    }

    private static Outgoing toOutgoing(Readable row) {
        return new Outgoing(
                new MessageId(required(row, "id", UUID.class)),
                new ConversationId(required(row, "conversation", UUID.class)),
                new ChannelId(required(row, "channel", UUID.class)),
                required(row, "recipient", String.class),
                toEnum(row, "author", Author.Kind::valueOf),
                required(row, "leader_number", Long.class),
                required(row, "free_text_until", Instant.class),
                required(row, "asked_at", Instant.class),
                required(row, "round", Integer.class),
                toEnum(row, "state", MessageState::valueOf),
                List.of());
    }

    private static <E> E toEnum(Readable row, String column, Function<String, E> of) {
        return of.apply(required(row, column, String.class).toUpperCase(Locale.ROOT));
    }

    private static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    record AttemptKey(MessageId message, UUID attempt) {}

    private record PartKey(UUID message, int number) {}

    private record Of<K, V>(K key, V value) {}
}
