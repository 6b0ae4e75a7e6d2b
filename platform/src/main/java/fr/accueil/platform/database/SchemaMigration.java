package fr.accueil.platform.database;

import fr.accueil.platform.Misconfigured;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the schema up to date as its owner, before anything uses it: the platform's tables, the service's, then
/// what the two run-time roles may do. Neither role owns anything or can bypass row-level security.
class SchemaMigration {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);
    private static final int CONNECT_RETRIES = 60;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DatabaseSettings settings;

    SchemaMigration(DatabaseSettings settings) {
        this.settings = settings;
    }

    void migrate() {
        asOwner(this::createRoles);
        flyway("classpath:accueil/migration", "flyway_platform_history").migrate();
        flyway("classpath:db/migration", "flyway_schema_history").migrate();
        asOwner(this::grant);
    }

    private void asOwner(Step step) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Roles belong to the whole cluster: services that start together must not create them at once.
            statement.execute("select pg_advisory_xact_lock(hashtext('accueil.roles'))");
            step.run(statement);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("roles of schema " + settings.schema() + " could not be set up", e);
        }
    }

    /// Services and their database start together: it is waited for.
    private Connection connect() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
            } catch (SQLException e) {
                if (!isAway(e)) {
                    throw e;
                }
                if (attempt == CONNECT_RETRIES) {
                    throw new Misconfigured(
                            "PostgreSQL does not answer at %s:%d.".formatted(settings.host(), settings.port()),
                            "Start it, or set POSTGRES_URL, POSTGRES_USER and POSTGRES_PASSWORD.",
                            e);
                }
                log.info("PostgreSQL does not answer yet at {}:{}", settings.host(), settings.port());
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    /// Connection exceptions, and "cannot connect now" while it starts.
    private static boolean isAway(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.equals("57P03"));
    }

    /// Before the service's migrations, whose policies may name them.
    private void createRoles(Statement statement) throws SQLException {
        for (var role : List.of(settings.appRole(), settings.relayRole())) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login nosuperuser nobypassrls;
                      end if;
                    end $$""".formatted(role));
            statement.execute("alter role %s password '%s'"
                    .formatted(role, settings.rolePassword().replace("'", "''")));
        }
    }

    private void grant(Statement statement) throws SQLException {
        var schema = settings.schema();
        var app = settings.appRole();
        var relay = settings.relayRole();
        statement.execute("grant usage on schema %s to %s, %s".formatted(schema, app, relay));
        statement.execute(
                "grant select, insert, update, delete on all tables in schema %s to %s".formatted(schema, app));
        statement.execute("grant usage on all sequences in schema %s to %s".formatted(schema, app));
        statement.execute("grant execute on all functions in schema %s to %s".formatted(schema, app));
        for (var history : List.of("flyway_platform_history", "flyway_schema_history")) {
            statement.execute("revoke all on %s.%s from %s".formatted(schema, history, app));
        }
        // Without a tenant policy: who serves requests may add to the outbox and read nothing of it.
        statement.execute("revoke select, update, delete on %s.outbox from %s".formatted(schema, app));
        statement.execute("revoke select, update, delete on %s.inbox from %s".formatted(schema, app));
        for (var table : List.of("outbox", "inbox", "due_work")) {
            statement.execute("grant select, update, delete on %s.%s to %s".formatted(schema, table, relay));
        }
        for (var table : settings.relayTables()) {
            statement.execute("grant select on %s.%s to %s".formatted(schema, table, relay));
        }
    }

    @FunctionalInterface
    private interface Step {
        void run(Statement statement) throws SQLException;
    }

    private Flyway flyway(String location, String history) {
        return Flyway.configure()
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .schemas(settings.schema())
                .defaultSchema(settings.schema())
                .table(history)
                .locations(location)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .connectRetries(CONNECT_RETRIES)
                .connectRetriesInterval(1)
                .load();
    }
}
