package fr.accueil.platform.outbox;

import fr.accueil.events.Envelope;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.Wire;
import fr.accueil.platform.tracing.TraceCarrier;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What leaves with the transaction that caused it. The caller locks its conversation (or entity) before it appends,
/// so that positions are taken in the order of the effects.
public final class Outbox {

    static final String CHANNEL_SUFFIX = "_outbox";

    /// Bytes; what the broker takes by default (1 MiB) less headers.
    private static final int LARGEST = 1_000_000;

    /// Events that go in one statement.
    private static final int BATCH = 500;

    private final DatabaseClient database;
    private final TraceCarrier trace;
    private final Clock clock;
    private final String channel;

    Outbox(DatabaseClient database, TraceCarrier trace, Clock clock, String schema) {
        this.database = database;
        this.trace = trace;
        this.clock = clock;
        this.channel = schema + CHANNEL_SUFFIX;
    }

    /// Appends an event inside the open transaction.
    ///
    /// @throws IllegalArgumentException (in the returned Mono) when the broker would never take it: in the outbox
    ///     it would hold up all behind it for ever
    public Mono<Void> append(Topic topic, String key, Envelope envelope) {
        return Mono.defer(() -> insert(topic, key, small(envelope)));
    }

    /// Appends many events of one topic in their order, each under its subject, inside the open transaction.
    ///
    /// @throws IllegalArgumentException (in the returned Mono) as for one
    public Mono<Void> appendAll(Topic topic, List<Envelope> envelopes) {
        return Flux.fromIterable(envelopes)
                .buffer(BATCH)
                .concatMap(batch -> insertAll(topic, batch))
                .then();
    }

    private Mono<Void> insertAll(Topic topic, List<Envelope> batch) {
        return database.sql("""
                        with appended as (
                          insert into outbox (topic, key, payload, traceparent, created_at)
                          select :topic, key, convert_to(payload, 'UTF8'), :traceparent, :now
                          from unnest(:keys, :payloads) with ordinality as event (key, payload, nth)
                          order by nth)
                        select pg_notify(:channel, '')""")
                .bind("topic", topic.topic())
                .bind("keys", batch.stream().map(Envelope::subject).toArray(String[]::new))
                .bind(
                        "payloads",
                        batch.stream()
                                .map(it -> new String(small(it), StandardCharsets.UTF_8))
                                .toArray(String[]::new))
                .bind("traceparent", Parameter.fromOrEmpty(trace.current(), String.class))
                .bind("now", clock.instant())
                .bind("channel", channel)
                .then();
    }

    private static byte[] small(Envelope envelope) {
        var payload = Wire.write(envelope);
        if (payload.length > LARGEST) {
            throw new IllegalArgumentException(
                    "%s %s is too large for Kafka: %d bytes".formatted(envelope.type(), envelope.id(), payload.length));
        }
        return payload;
    }

    /// Appends the deletion of a compacted topic's key.
    public Mono<Void> tombstone(Topic topic, String key, TenantId tenant) {
        return insert(topic, key, null);
    }

    private Mono<Void> insert(Topic topic, String key, byte @Nullable [] payload) {
        return Mono.defer(() -> database.sql("""
                        with appended as (
                          insert into outbox (topic, key, payload, traceparent, created_at)
                          values (:topic, :key, :payload, :traceparent, :now))
                        select pg_notify(:channel, '')""")
                .bind("topic", topic.topic())
                .bind("key", key)
                .bind("payload", Parameter.fromOrEmpty(payload, byte[].class))
                .bind("traceparent", Parameter.fromOrEmpty(trace.current(), String.class))
                .bind("now", clock.instant())
                .bind("channel", channel)
                .then());
    }
}
