package fr.accueil.local.postgres;

import fr.accueil.local.process.ProcessSpec;
import fr.accueil.local.settings.Addresses;
import fr.accueil.local.settings.Home;
import fr.accueil.local.settings.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One PostgreSQL with one database, whose files stay between runs. `postgres` itself is the process under watch, not
/// `pg_ctl`, which would leave it to nobody.
public final class Postgres {

    public static final String NAME = "postgres";
    public static final String OWNER = "accueil";

    private static final String SUPERUSER = "postgres";

    private final PostgresPrograms programs;
    private final Home home;
    private final Addresses addresses;
    private final Secrets secrets;
    private final Path folder;
    private final Path data;

    /// @param folder where its files lie, on whatever disk that is
    public Postgres(PostgresPrograms programs, Home home, Path folder, Addresses addresses, Secrets secrets) {
        this.programs = programs;
        this.home = home;
        this.addresses = addresses;
        this.secrets = secrets;
        this.folder = folder;
        this.data = folder.resolve("postgres");
    }

    public ProcessSpec process() {
        return new ProcessSpec(
                NAME,
                1,
                0,
                addresses.postgresUrl(),
                asNobodySpecial(
                        programs.program("postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(addresses.postgres()),
                        "-c",
                        "listen_addresses=localhost",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "max_connections=300",
                        "-c",
                        "shared_buffers=64MB",
                        "-c",
                        "log_timezone=UTC",
                        "-c",
                        "timezone=UTC"),
                Map.of(),
                home.log(NAME),
                new StaleLock(data)::remove,
                this::answers,
                ProcessSpec.StopSignal.INT,
                Duration.ofSeconds(90),
                Duration.ofSeconds(20));
    }

    /// Makes the files of the database, once.
    public void create() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        var draft = folder.resolve("postgres.new");
        var password = home.data("postgres.password");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, secrets.superuserPassword());
            run("rm", "-rf", draft.toString());
            run(asNobodySpecial(
                    programs.program("initdb"),
                    "--pgdata=" + draft,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a database in " + data, e);
        } finally {
            forget(password);
        }
    }

    /// The owner's role and database. The owner makes the services' roles, and is no superuser, as it would not be one
    /// in production.
    public void createOwner() {
        try (var connection = connect()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                execute(connection, "create role " + OWNER + " login createrole");
            }
            execute(connection, "alter role " + OWNER + " password '" + secrets.ownerPassword() + "'");
            if (!exists(connection, "select 1 from pg_database where datname = '" + OWNER + "'")) {
                execute(connection, "create database " + OWNER + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refuses the owner of the database: " + e.getMessage(), e);
        }
    }

    private boolean answers() {
        try (var connection = connect()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        var url = "jdbc:postgresql://localhost:" + addresses.postgres() + "/postgres?connectTimeout=2&loginTimeout=3";
        return DriverManager.getConnection(url, SUPERUSER, secrets.superuserPassword());
    }

    private void run(String... command) {
        run(List.of(command));
    }

    private void run(List<String> command) {
        var log = home.log(NAME);
        try {
            var ended = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " ended with " + ended + "; see " + home.show(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// PostgreSQL refuses to run as root, and looks no further than at its user's number: in a user namespace without a
    /// mapping that is nobody's, while the files stay root's.
    private static List<String> asNobodySpecial(String... command) {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(List.of(command));
        return whole;
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
