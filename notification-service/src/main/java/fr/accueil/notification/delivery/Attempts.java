package fr.accueil.notification.delivery;

import static fr.accueil.notification.delivery.Deliveries.nameOf;
import static fr.accueil.notification.delivery.Deliveries.toEnum;
import static fr.accueil.platform.database.Columns.required;

import fr.accueil.events.ConversationId;
import fr.accueil.events.MessageId;
import fr.accueil.events.TenantId;
import fr.accueil.notification.delivery.Deliveries.PartKey;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Attempts as rows. Everything here runs in the caller's transaction of the tenant, after the conversation was locked.
@Component
class Attempts {

    private final DatabaseClient database;
    private final Clock clock;

    Attempts(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record AttemptKey(MessageId message, UUID attempt) {}

    /// @return false when another attempt to the same recipient is not resolved yet
    Mono<Boolean> add(TenantId tenant, Outgoing message, int part, Attempt attempt) {
        return database.sql("""
                        insert into attempt (tenant, id, conversation, message, part, channel, recipient, started_at,
                          over_at, look_up_after, round, state)
                        values (:tenant, :id, :conversation, :message, :part, :channel, :recipient, :startedAt,
                          :overAt, :lookUpAfter, :round, :state)
                        on conflict do nothing""")
                .bind("tenant", tenant.value())
                .bind("id", attempt.id())
                .bind("conversation", message.conversation().value())
                .bind("message", message.id().value())
                .bind("part", part)
                .bind("channel", message.channel().value())
                .bind("recipient", attempt.recipient())
                .bind("startedAt", attempt.startedAt())
                .bind("overAt", attempt.overAt())
                .bind("lookUpAfter", attempt.lookUpAfter())
                .bind("round", attempt.round())
                .bind("state", nameOf(attempt.state()))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> save(TenantId tenant, Attempt attempt) {
        return database.sql("""
                        update attempt set state = :state, over_at = :overAt, look_up_after = :lookUpAfter,
                          looks = :looks, provider_sid = :sid, error_code = :code,
                          news_at = case when state = :state then news_at else :now end
                        where tenant = :tenant and id = :id""")
                .bind("state", nameOf(attempt.state()))
                .bind("now", clock.instant())
                .bind("overAt", attempt.overAt())
                .bind("lookUpAfter", attempt.lookUpAfter())
                .bind("looks", attempt.looks())
                .bind("sid", Parameter.fromOrEmpty(attempt.providerSid(), String.class))
                .bind("code", Parameter.fromOrEmpty(attempt.errorCode(), String.class))
                .bind("tenant", tenant.value())
                .bind("id", attempt.id())
                .then();
    }

    /// Oldest first.
    Mono<Map<PartKey, List<Attempt>>> find(TenantId tenant, UUID[] messages) {
        return database.sql("""
                        select message, part, id, round, recipient, started_at,
                          coalesce(over_at, look_up_after) as over_at, look_up_after, looks, state, provider_sid,
                          error_code
                        from attempt where tenant = :tenant and message = any(:messages) order by id""")
                .bind("tenant", tenant.value())
                .bind("messages", messages)
                .map(row -> Map.entry(
                        new PartKey(required(row, "message", UUID.class), required(row, "part", Integer.class)),
                        toAttempt(row)))
                .all()
                .collect(grouped());
    }

    /// Which message and attempt Twilio's name stands for.
    Mono<AttemptKey> find(TenantId tenant, String providerSid) {
        return database.sql("select message, id from attempt where tenant = :tenant and provider_sid = :sid limit 1")
                .bind("tenant", tenant.value())
                .bind("sid", providerSid)
                .map(row -> new AttemptKey(
                        new MessageId(required(row, "message", UUID.class)), required(row, "id", UUID.class)))
                .one();
    }

    /// What a recipient's messages since then are known as at Twilio: of other attempts than the one in doubt.
    Mono<Set<String>> findSids(TenantId tenant, Outgoing message, Attempt inDoubt, Instant since) {
        return database.sql("""
                        select provider_sid from attempt
                        where tenant = :tenant and channel = :channel and recipient = :recipient
                          and started_at >= :since and provider_sid is not null and id <> :id""")
                .bind("tenant", tenant.value())
                .bind("channel", message.channel().value())
                .bind("recipient", inDoubt.recipient())
                .bind("since", since)
                .bind("id", inDoubt.id())
                .map(row -> required(row, "provider_sid", String.class))
                .all()
                .collect(Collectors.toSet());
    }

    /// When the newest call since then was begun of which Twilio has the message, and the phone not yet.
    Mono<Instant> findNewestUnderWay(TenantId tenant, Outgoing message, Instant since) {
        return database.sql("""
                        select max(started_at) as started_at from attempt
                        where tenant = :tenant and channel = :channel and recipient = :recipient
                          and started_at > :since and state in ('accepted', 'sent')""")
                .bind("tenant", tenant.value())
                .bind("channel", message.channel().value())
                .bind("recipient", message.recipient())
                .bind("since", since)
                .map(row -> Optional.ofNullable(row.get("started_at", Instant.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// Until when a call of the assistant can be under way in a conversation; empty when none is.
    Mono<Instant> findAssistantsCallsUntil(TenantId tenant, ConversationId conversation) {
        return database.sql("""
                        select max(coalesce(a.over_at, a.look_up_after)) as until
                        from message m join attempt a on a.tenant = m.tenant and a.message = m.id
                        where m.tenant = :tenant and m.conversation = :conversation and m.author = 'assistant'
                          and not m.settled and a.state = 'unresolved'""")
                .bind("tenant", tenant.value())
                .bind("conversation", conversation.value())
                .map(row -> Optional.ofNullable(row.get("until", Instant.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    static <K, V> Collector<Map.Entry<K, V>, ?, Map<K, List<V>>> grouped() {
        return Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
    }

    private static Attempt toAttempt(Readable row) {
        return new Attempt(
                required(row, "id", UUID.class),
                required(row, "round", Integer.class),
                required(row, "recipient", String.class),
                required(row, "started_at", Instant.class),
                required(row, "over_at", Instant.class),
                required(row, "look_up_after", Instant.class),
                required(row, "looks", Integer.class),
                toEnum(required(row, "state", String.class), AttemptState::valueOf),
                row.get("provider_sid", String.class),
                row.get("error_code", String.class));
    }
}
