package fr.accueil.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;

/// Brings the schema up to date as its owner, before anything uses it: the platform's tables, the service's, then
/// what
/// the
/// two run-time roles may do. Neither role owns anything or can bypass row-level security.
class SchemaMigration {

    private static final int CONNECT_RETRIES = 60;

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
        try (var connection = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
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
