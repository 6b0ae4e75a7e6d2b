package fr.accueil.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.platform.testing.RowLevelSecurity;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// What the roles of the run time may do in the database, asked as they are.
class RolesTest extends ServiceTest {

    private static final String APP = "conversation_app";
    private static final String RELAY = "conversation_relay";
    private static final List<String> OF_THE_RELAY =
            List.of("calendar_secret", "due_work", "inbox", "invitation", "member", "outbox");
    private static final String DENIED = "42501";

    @Autowired
    RowLevelSecurity rowLevelSecurity;

    @Autowired
    Environment environment;

    @Test
    void every_table_is_behind_row_level_security() {
        rowLevelSecurity.assertOnEveryTable("conversation");
    }

    @Test
    void the_roles_own_nothing_and_are_nothing_more() throws SQLException {
        for (var role : List.of(APP, RELAY)) {
            try (var connection = as("postgres")) {
                assertThat(query(connection, """
                                select rolname from pg_roles where rolname = '%s'
                                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                                """.formatted(role))).isEmpty();
                assertThat(query(connection, """
                                select m.roleid::regrole::text from pg_auth_members m
                                where m.member = '%s'::regrole
                                """.formatted(role))).isEmpty();
                assertThat(query(connection, """
                                select c.relname from pg_class c where c.relowner = '%1$s'::regrole
                                union all select p.proname from pg_proc p where p.proowner = '%1$s'::regrole
                                union all select n.nspname from pg_namespace n where n.nspowner = '%1$s'::regrole
                                """.formatted(role))).isEmpty();
            }
        }
    }

    @Test
    void one_function_runs_as_the_owner_and_no_other() throws SQLException {
        try (var connection = as("postgres")) {
            assertThat(query(connection, """
                            select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                            where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                            """)).containsExactly("conversation.search_conversations");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table conversation.x (y int)",
                "create table public.x (y int)",
                "create schema x",
                "create function conversation.x() returns int language sql security definer as 'select 1'",
                "alter table conversation.message disable row level security",
                "alter table conversation.message add column x int",
                "drop table conversation.message",
                "drop policy tenant on conversation.message",
                "create policy all_of_it on conversation.message using (true)",
                "truncate conversation.message",
                "create index x on conversation.message (body)",
                "create trigger x before insert on conversation.message execute function suppress_redundant_updates_trigger()",
                "alter role conversation_app bypassrls",
                "alter role conversation_app superuser",
                "create role x",
                "grant conversation_relay to conversation_app",
                "set role accueil",
                "set role conversation_relay",
                "set session authorization postgres",
                "select * from conversation.flyway_schema_history",
                "copy conversation.message to program 'cat'",
                "copy conversation.message to '/tmp/x'",
                "select pg_read_file('/etc/passwd')",
                "alter function conversation.search_conversations(text) security invoker"
            })
    void neither_role_can_change_what_it_may_do(String statement) throws SQLException {
        for (var role : List.of(APP, RELAY)) {
            if (!(statement.contains("conversation_relay") && role.equals(RELAY))) {
                try (var connection = as(role)) {
                    denied(connection, statement);
                }
            }
        }
    }

    @Test
    void the_app_sees_nothing_until_it_says_whose_and_then_only_theirs() throws SQLException {
        var camelia = aSalon();
        var martin = aSalon();
        camelia.marie().says("Bonjour");
        martin.marie().says("Bonsoir");
        try (var connection = as(APP)) {
            for (var table : tenantTables()) {
                assertThat(query(connection, "select 'x' from conversation." + table))
                        .as(table)
                        .isEmpty();
            }
            assertThat(query(connection, "select c::text from conversation.search_conversations('bonjour') c"))
                    .isEmpty();
            query(connection, "select set_config('accueil.tenant', '%s', false)".formatted(camelia.id()));
            for (var table : tenantTables()) {
                assertThat(query(connection, "select distinct tenant::text from conversation." + table))
                        .as(table)
                        .doesNotContain(martin.id().toString());
            }
            assertThat(query(connection, "select c::text from conversation.search_conversations('bonsoir') c"))
                    .doesNotContain(martin.marie().id().toString());
            assertThat(query(connection, "select body from conversation.message"))
                    .containsExactly("Bonjour");
            denied(
                    connection,
                    "insert into conversation.faq values ('%s', gen_random_uuid(), 'q', 'a', '{}', true)"
                            .formatted(martin.id()));
            denied(connection, "update conversation.message set tenant = '%s'".formatted(martin.id()));
            query(connection, "select set_config('row_security', 'off', false)");
            denied(connection, "select body from conversation.message");
        }
    }

    @Test
    void the_relay_reads_the_listed_tables_alone() throws SQLException {
        aSalon().marie().says("Bonjour");
        try (var connection = as(RELAY)) {
            for (var table : allTables()) {
                if (OF_THE_RELAY.contains(table)) {
                    query(connection, "select count(*)::text from conversation." + table);
                } else {
                    denied(connection, "select count(*)::text from conversation." + table);
                }
                denied(connection, "insert into conversation.%s default values".formatted(table));
            }
            denied(connection, "update conversation.member set role = 'owner'");
            denied(connection, "delete from conversation.member");
            denied(connection, "update conversation.invitation set role = 'owner'");
            denied(connection, "delete from conversation.invitation");
            denied(connection, "select conversation.search_conversations('bonjour')");
        }
    }

    private Connection as(String role) throws SQLException {
        return DriverManager.getConnection("jdbc:" + environment.getRequiredProperty("POSTGRES_URL"), role, "postgres");
    }

    private List<String> allTables() throws SQLException {
        return tables("");
    }

    private List<String> tenantTables() throws SQLException {
        return tables("""
                and c.relrowsecurity
                """);
    }

    private List<String> tables(String condition) throws SQLException {
        try (var connection = as("postgres")) {
            return query(connection, """
                    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'conversation' and c.relkind in ('r', 'p')
                    """ + condition);
        }
    }

    private static void denied(Connection connection, String statement) {
        assertThatThrownBy(() -> query(connection, statement))
                .as(statement)
                .isInstanceOfSatisfying(
                        SQLException.class, it -> assertThat(it.getSQLState()).isEqualTo(DENIED));
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
