package fr.accueil.notification.delivery;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.Author;
import fr.accueil.events.ChannelId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.events.OutboundEvent.Template;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/// Messages and their parts as rows. Everything here runs in the caller's transaction of the tenant,
/// after the conversation was locked.
@Component
class Deliveries {

    private static final String MESSAGE_COLUMNS = """
            select id, conversation, channel, recipient, author, leader_number, free_text_until, asked_at, template_sid,
              template_variables, round, state, notice
            from message where tenant = :tenant and\s""";

    /// Of one conversation at once; the others come when these are settled.
    private static final int WINDOW = 50;

    private final DatabaseClient database;
    private final Attempts attempts;

    Deliveries(DatabaseClient database, Attempts attempts) {
        this.database = database;
        this.attempts = attempts;
    }

    Mono<Void> add(TenantId tenant, Outgoing message) {
        return database.sql("""
                        insert into message (tenant, id, conversation, channel, recipient, author, leader_number,
                          free_text_until, asked_at, template_sid, template_variables, round, state, settled)
                        values (:tenant, :id, :conversation, :channel, :recipient, :author, :leaderNumber,
                          :freeTextUntil, :askedAt, :templateSid, :templateVariables, :round, :state, :settled)""")
                .bind("tenant", tenant.value())
                .bind("id", message.id().value())
                .bind("conversation", message.conversation().value())
                .bind("channel", message.channel().value())
                .bind("recipient", message.recipient())
                .bind("author", nameOf(message.author()))
                .bind("leaderNumber", message.leaderNumber())
                .bind("freeTextUntil", message.freeTextUntil())
                .bind("askedAt", message.askedAt())
                .bind("templateSid", Parameter.fromOrEmpty(sidOf(message), String.class))
                .bind("templateVariables", Parameter.fromOrEmpty(variablesOf(message), String.class))
                .bind("round", message.round())
                .bind("state", nameOf(message.state()))
                .bind("settled", message.settled())
                .then()
                .thenMany(Flux.fromIterable(message.parts()).concatMap(part -> add(tenant, message.id(), part)))
                .then();
    }

    /// The conversation's messages that are not settled, in topic order.
    Mono<List<Outgoing>> findUnsettled(TenantId tenant, ConversationId conversation) {
        return database.sql(MESSAGE_COLUMNS + "conversation = :conversation and not settled order by position limit "
                        + WINDOW)
                .bind("tenant", tenant.value())
                .bind("conversation", conversation.value())
                .map(Deliveries::toOutgoing)
                .all()
                .collectList()
                .flatMap(messages -> withParts(tenant, messages));
    }

    Mono<Boolean> anyUnsettled(TenantId tenant, ConversationId conversation) {
        return database.sql("""
                        select exists(select 1 from message
                          where tenant = :tenant and conversation = :conversation and not settled) as waits""")
                .bind("tenant", tenant.value())
                .bind("conversation", conversation.value())
                .map(row -> required(row, "waits", Boolean.class))
                .one();
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

    /// Writes what news changed of a message.
    Mono<Void> save(TenantId tenant, Outgoing before, Outgoing after) {
        return Flux.fromIterable(after.parts())
                .filter(part -> !before.parts().contains(part))
                .concatMap(part -> save(tenant, after.id(), part))
                .then(database.sql("""
                                update message set state = :state, settled = :settled, round = :round,
                                  leader_number = :leaderNumber, free_text_until = :freeTextUntil,
                                  asked_at = :askedAt, channel = :channel, recipient = :recipient, notice = :notice
                                where tenant = :tenant and id = :id""")
                        .bind("round", after.round())
                        .bind("leaderNumber", after.leaderNumber())
                        .bind("freeTextUntil", after.freeTextUntil())
                        .bind("askedAt", after.askedAt())
                        .bind("channel", after.channel().value())
                        .bind("recipient", after.recipient())
                        .bind(
                                "notice",
                                Parameter.fromOrEmpty(
                                        after.notice() == null ? null : nameOf(after.notice()), String.class))
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
                .thenMany(Flux.fromIterable(part.attempts()).concatMap(it -> attempts.save(tenant, it)))
                .then();
    }

    private Mono<List<Outgoing>> withParts(TenantId tenant, List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return Mono.just(messages);
        }
        var ids = messages.stream().map(it -> it.id().value()).toArray(UUID[]::new);
        return attempts.find(tenant, ids)
                .flatMap(found -> findParts(tenant, ids, found))
                .map(parts -> messages.stream()
                        .map(it -> it.with(parts.getOrDefault(it.id().value(), List.of())))
                        .toList());
    }

    private Mono<Map<UUID, List<Part>>> findParts(TenantId tenant, UUID[] messages, Map<PartKey, List<Attempt>> found) {
        return database.sql("""
                        select p.message, p.number, p.body, p.not_before, m.round
                        from part p join message m on m.tenant = p.tenant and m.id = p.message
                        where p.tenant = :tenant and p.message = any(:messages) order by p.message, p.number""")
                .bind("tenant", tenant.value())
                .bind("messages", messages)
                .map(row -> Map.entry(required(row, "message", UUID.class), toPart(row, found)))
                .all()
                .collect(Attempts.grouped());
    }

    private static Part toPart(Readable row, Map<PartKey, List<Attempt>> found) {
        var key = new PartKey(required(row, "message", UUID.class), required(row, "number", Integer.class));
        return new Part(
                key.number(),
                required(row, "body", String.class),
                required(row, "round", Integer.class),
                row.get("not_before", Instant.class),
                found.getOrDefault(key, List.of()));
    }

    private static Outgoing toOutgoing(Readable row) {
        return new Outgoing(
                new MessageId(required(row, "id", UUID.class)),
                new ConversationId(required(row, "conversation", UUID.class)),
                new ChannelId(required(row, "channel", UUID.class)),
                required(row, "recipient", String.class),
                toEnum(required(row, "author", String.class), Author.Kind::valueOf),
                required(row, "leader_number", Long.class),
                required(row, "free_text_until", Instant.class),
                required(row, "asked_at", Instant.class),
                toTemplate(row),
                required(row, "round", Integer.class),
                toEnum(required(row, "state", String.class), MessageState::valueOf),
                toNotice(row),
                List.of());
    }

    private static @Nullable Template toTemplate(Readable row) {
        var sid = row.get("template_sid", String.class);
        return sid == null ? null : new Template(sid, toVariables(required(row, "template_variables", String.class)));
    }

    private static Map<String, String> toVariables(String json) {
        return Wire.json().readValue(json, new TypeReference<Map<String, String>>() {});
    }

    private static @Nullable Notice toNotice(Readable row) {
        var notice = row.get("notice", String.class);
        return notice == null ? null : toEnum(notice, Notice::valueOf);
    }

    private static @Nullable String sidOf(Outgoing message) {
        return message.template() == null ? null : message.template().contentSid();
    }

    private static @Nullable String variablesOf(Outgoing message) {
        return message.template() == null
                ? null
                : Wire.json().writeValueAsString(message.template().variables());
    }

    static <E> E toEnum(String name, Function<String, E> of) {
        return of.apply(name.toUpperCase(Locale.ROOT));
    }

    static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    record PartKey(UUID message, int number) {}
}
