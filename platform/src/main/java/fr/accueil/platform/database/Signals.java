package fr.accueil.platform.database;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// PostgreSQL's NOTIFY, so that work committed anywhere is taken up in milliseconds. A hint only: who waits for one
/// also looks by itself from time to time, so that a lost connection costs no more than a moment.
public final class Signals implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Signals.class);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);

    private final PostgresqlConnectionFactory connections;
    private final ConcurrentMap<String, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private Disposable listening = Disposables.disposed();

    Signals(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    /// To be called before the application has started.
    public void on(String channel, Runnable wake) {
        listeners.computeIfAbsent(channel, _ -> new CopyOnWriteArrayList<>()).add(wake);
    }

    @Override
    public void start() {
        listening = Flux.usingWhen(connections.create(), this::listen, PostgresqlConnection::close)
                .doOnError(e -> log.warn("The database's signals are gone, trying again: {}", e.toString()))
                .repeat()
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(MAX_BACKOFF))
                .subscribe(this::wake);
    }

    private Flux<String> listen(PostgresqlConnection connection) {
        return Flux.fromIterable(listeners.keySet())
                .concatMap(channel -> connection
                        .createStatement("listen \"" + channel + "\"")
                        .execute()
                        .flatMap(it -> it.getRowsUpdated())
                        .then(Mono.just(channel)))
                .concatWith(connection.getNotifications().map(it -> it.getName()));
    }

    private void wake(String channel) {
        listeners.getOrDefault(channel, List.of()).forEach(Runnable::run);
    }

    @Override
    public void stop() {
        listening.dispose();
    }

    @Override
    public boolean isRunning() {
        return !listening.isDisposed();
    }
}
