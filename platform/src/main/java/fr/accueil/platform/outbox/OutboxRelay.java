package fr.accueil.platform.outbox;

import static fr.accueil.platform.database.Columns.required;

import fr.accueil.platform.database.RelayConnections;
import fr.accueil.platform.database.Signals;
import fr.accueil.platform.tracing.TraceCarrier;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;

/// Brings the outbox to Kafka: one relay at a time per schema (an advisory lock of its own connection), by position,
/// and a row is deleted only when Kafka has acknowledged it and all before it. A relay that freezes loses its session
/// to `idle_session_timeout`, and with it the lock.
class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 500;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final String FROZEN_AFTER = "20s";

    private final RelayConnections connections;
    private final KafkaTemplate<String, byte[]> kafka;
    private final String schema;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(RelayConnections connections, KafkaTemplate<String, byte[]> kafka, Signals signals, String schema) {
        this.connections = connections;
        this.kafka = kafka;
        this.schema = schema;
        signals.on(schema + Outbox.CHANNEL_SUFFIX, wake::release);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Last to stop: what listeners and workers commit while they stop still leaves.
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    private void run() {
        while (running) {
            try {
                relay();
            } catch (RuntimeException e) {
                log.warn("The outbox waits: {}", e.toString());
                pause(RETRY);
            }
        }
    }

    private void relay() {
        var connection = connections.open().block(PATIENCE);
        if (connection == null) {
            throw new IllegalStateException("no connection");
        }
        try {
            if (!lock(connection)) {
                pause(RETRY);
                return;
            }
            while (running) {
                if (publishBatch(connection) == 0) {
                    pause(LOOK_AGAIN);
                }
            }
            publishBatch(connection);
        } finally {
            connection.close().onErrorComplete().block(PATIENCE);
        }
    }

    private boolean lock(PostgresqlConnection connection) {
        execute(connection, "set idle_session_timeout = '" + FROZEN_AFTER + "'");
        return Boolean.TRUE.equals(connection
                .createStatement("select pg_try_advisory_lock(hashtext($1))")
                .bind("$1", "accueil.outbox." + schema)
                .execute()
                .flatMap(result -> result.map((row, _) -> Boolean.TRUE.equals(row.get(0, Boolean.class))))
                .blockLast(PATIENCE));
    }

    private int publishBatch(PostgresqlConnection connection) {
        var rows = next(connection);
        if (rows.isEmpty()) {
            return 0;
        }
        var acknowledged = acknowledged(rows);
        if (acknowledged > 0) {
            connection
                    .createStatement("delete from outbox where position = any($1)")
                    .bind(
                            "$1",
                            rows.subList(0, acknowledged).stream()
                                    .map(Row::position)
                                    .toArray(Long[]::new))
                    .execute()
                    .flatMap(result -> result.getRowsUpdated())
                    .blockLast(PATIENCE);
        }
        if (acknowledged < rows.size()) {
            throw new IllegalStateException("Kafka acknowledged %d of %d".formatted(acknowledged, rows.size()));
        }
        return rows.size();
    }

    private List<Row> next(PostgresqlConnection connection) {
        var rows = Flux.from(connection
                        .createStatement("select position, topic, key, payload, traceparent from outbox"
                                + " order by position limit " + BATCH)
                        .execute())
                .flatMap(result -> result.map((row, _) -> new Row(
                        required(row, "position", Long.class),
                        required(row, "topic", String.class),
                        required(row, "key", String.class),
                        row.get("payload", byte[].class),
                        row.get("traceparent", String.class))))
                .collectList()
                .block(PATIENCE);
        return rows == null ? List.of() : rows;
    }

    /// Sends all and waits: how many from the first on were acknowledged without a gap. What follows a gap goes
    /// again, after it, so that no key is ever left in another order; readers know repeated events by their id.
    private int acknowledged(List<Row> rows) {
        var sent = new ArrayList<CompletableFuture<?>>();
        for (var row : rows) {
            sent.add(kafka.send(row.toRecord()));
        }
        kafka.flush();
        for (int i = 0; i < sent.size(); i++) {
            try {
                sent.get(i).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                log.warn("Kafka did not take an event of {}: {}", rows.get(i).topic(), e.toString());
                return i;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return i;
            }
        }
        return sent.size();
    }

    private static void execute(PostgresqlConnection connection, String sql) {
        connection
                .createStatement(sql)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .blockLast(PATIENCE);
    }

    private void pause(Duration duration) {
        try {
            if (wake.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private record Row(
            long position,
            String topic,
            String key,
            byte @Nullable [] payload,
            @Nullable String traceparent) {

        ProducerRecord<String, byte[]> toRecord() {
            var message = new ProducerRecord<String, byte[]>(topic, key, payload);
            if (traceparent != null) {
                message.headers().add(TraceCarrier.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
            }
            return message;
        }
    }
}
