package fr.accueil.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether every table of a schema is behind row-level security.
public final class RowLevelSecurity {

    /// The platform's tables and Flyway's: no tenant policy, the tested list.
    private static final Set<String> PLATFORM =
            Set.of("outbox", "inbox", "due_work", "flyway_platform_history", "flyway_schema_history");

    private final String jdbcUrl;

    RowLevelSecurity(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /// Asserts that all tables but the platform's and the named ones have row-level security with a policy, and that
    /// the run-time roles own nothing and cannot bypass it.
    public void assertOnEveryTable(String schema, String... except) {
        var free = Stream.concat(PLATFORM.stream(), Stream.of(except)).collect(Collectors.toSet());
        var unprotected = query("""
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = ? and c.relkind in ('r', 'p')
                  and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
                """, schema);
        unprotected.removeAll(free);
        assertThat(unprotected)
                .as("tables of %s without row-level security", schema)
                .isEmpty();
        assertThat(query(
                        "select rolname from pg_roles where rolname like ? || '\\_%' and (rolsuper or rolbypassrls)",
                        schema))
                .as("run-time roles that can bypass row-level security")
                .isEmpty();
        assertThat(query("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        join pg_roles r on r.oid = c.relowner
                        where n.nspname = ? and r.rolname in (n.nspname || '_app', n.nspname || '_relay')""", schema)).as("what the run-time roles own").isEmpty();
    }

    private List<String> query(String sql, String schema) {
        try (var connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            var rows = statement.executeQuery();
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
