package fr.accueil.platform.database;

import fr.accueil.platform.inbox.Inbox;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/// On when a service has a schema.
@AutoConfiguration(beforeName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnClass({PostgresqlConnectionFactory.class, ConnectionPool.class})
@ConditionalOnProperty("accueil.database.schema")
@EnableConfigurationProperties(DatabaseSettings.class)
public class DatabaseAutoConfiguration {

    private static final int RELAY_CONNECTIONS = 4;

    @Bean
    SchemaMigration schemaMigration(DatabaseSettings settings) {
        var migration = new SchemaMigration(settings);
        migration.migrate();
        return migration;
    }

    @Bean(destroyMethod = "dispose")
    @Primary
    ConnectionFactory connectionFactory(DatabaseSettings settings, SchemaMigration migrated) {
        return pool(connections(settings, settings.appRole()), settings.poolSize(), "app");
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool relayConnectionFactory(DatabaseSettings settings, SchemaMigration migrated) {
        return pool(connections(settings, settings.relayRole()), RELAY_CONNECTIONS, "relay");
    }

    @Bean
    @Primary
    DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
        return DatabaseClient.create(connectionFactory);
    }

    @Bean
    DatabaseClient relayDatabase(@Qualifier("relayConnectionFactory") ConnectionPool relayConnectionFactory) {
        return DatabaseClient.create(relayConnectionFactory);
    }

    @Bean
    ReactiveTransactionManager transactionManager(ConnectionFactory connectionFactory) {
        return new R2dbcTransactionManager(connectionFactory);
    }

    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager transactionManager) {
        return TransactionalOperator.create(transactionManager);
    }

    @Bean
    TenantTransaction tenantTransaction(DatabaseClient databaseClient, TransactionalOperator transactionalOperator) {
        return new TenantTransaction(databaseClient, transactionalOperator);
    }

    @Bean
    Inbox inbox(DatabaseClient databaseClient, Clock clock) {
        return new Inbox(databaseClient, clock);
    }

    @Bean
    Signals signals(DatabaseSettings settings, SchemaMigration migrated) {
        return new Signals(connections(settings, settings.relayRole()));
    }

    /// A connection of the relay's role outside the pool, for who holds one for long.
    @Bean
    RelayConnections relayConnections(DatabaseSettings settings, SchemaMigration migrated) {
        var factory = connections(settings, settings.relayRole());
        return factory::create;
    }

    private static PostgresqlConnectionFactory connections(DatabaseSettings settings, String role) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(settings.host())
                .port(settings.port())
                .database(settings.database())
                .schema(settings.schema())
                .username(role)
                .password(settings.rolePassword())
                .connectTimeout(Duration.ofSeconds(5))
                .tcpKeepAlive(true)
                .build());
    }

    private static ConnectionPool pool(PostgresqlConnectionFactory connections, int size, String name) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                .name(name)
                .initialSize(0)
                .maxSize(size)
                .maxAcquireTime(Duration.ofSeconds(10))
                .maxIdleTime(Duration.ofMinutes(5))
                .validationQuery("select 1")
                .build());
    }
}
