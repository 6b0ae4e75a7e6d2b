package fr.accueil.platform.testing;

import fr.accueil.events.Reader;
import fr.accueil.events.Topic;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// Kafka and PostgreSQL of this process, started when first asked for and stopped with it.
public final class Infrastructure {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Infrastructure() {}

    /// The broker's address.
    public static String kafka() {
        return Kafka.BOOTSTRAP;
    }

    /// The owner of every fresh database: as in production it may create roles and is no superuser.
    static final String OWNER = "accueil";

    /// A fresh database of [#OWNER], as `postgresql://localhost:port/name`; any password opens it.
    public static String freshDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        var port = Postgres.SERVER.getPort();
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:%d/postgres".formatted(port), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create database %s owner %s".formatted(name, OWNER));
        } catch (SQLException e) {
            throw new IllegalStateException("no fresh database", e);
        }
        return "postgresql://localhost:%d/%s".formatted(port, name);
    }

    private static final class Kafka {

        static final String BOOTSTRAP = start();

        private static String start() {
            var broker = new EmbeddedKafkaKraftBroker(1, Topic.PARTITIONS)
                    .brokerProperties(Map.of(
                            "auto.create.topics.enable", "false",
                            "group.initial.rebalance.delay.ms", "0",
                            "offsets.topic.num.partitions", "1",
                            "log.flush.interval.messages", "1000000"));
            broker.afterPropertiesSet();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
            createTopics(broker.getBrokersAsString());
            return broker.getBrokersAsString();
        }

        private static void createTopics(String bootstrap) {
            var topics = Arrays.stream(Topic.values()).map(it -> it.create(1));
            try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
                admin.createTopics(Stream.concat(topics, Reader.createBeside(1)).toList())
                        .all()
                        .get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("topics could not be created", e);
            }
        }
    }

    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", "off")
                        // As the local stack has it, whatever the machine speaks.
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                createOwner(server);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void createOwner(EmbeddedPostgres server) {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role %s login createrole nosuperuser".formatted(OWNER));
            } catch (SQLException e) {
                throw new IllegalStateException("no owner for databases", e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
