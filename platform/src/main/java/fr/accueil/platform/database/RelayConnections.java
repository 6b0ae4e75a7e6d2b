package fr.accueil.platform.database;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import reactor.core.publisher.Mono;

/// Connections of the relay's role that belong to their caller until closed.
@FunctionalInterface
public interface RelayConnections {
    Mono<PostgresqlConnection> open();
}
