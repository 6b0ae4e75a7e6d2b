package fr.accueil.local;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.accueil.events.Reader;
import fr.accueil.events.Topic;
import fr.accueil.local.display.Progress;
import fr.accueil.local.kafka.Broker;
import fr.accueil.local.kafka.Topics;
import fr.accueil.local.letters.LettersCommand;
import fr.accueil.local.process.Ports;
import fr.accueil.local.settings.Addresses;
import fr.accueil.local.settings.Home;
import fr.accueil.local.settings.Variables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real PostgreSQL, Kafka and sign-in, brought up once, killed, looked at, stopped, and brought up again.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String OTHERS =
            "whatsapp-simulator conversation-service ai-router notification-service webhook-ingest dashboard-gateway";

    @TempDir
    static Path folder;

    static Variables variables;
    static Home home;
    static Addresses addresses;
    static Stack stack;

    @BeforeAll
    static void bringUp() {
        var offset = IntStream.iterate(3_000, it -> it + 41)
                .filter(it -> Stream.of(9_000, 15_432, 19_092, 19_093).allMatch(port -> Ports.isFree(port + it)))
                .findFirst()
                .orElseThrow();
        var signIn = Files.exists(ROOT.resolve("infra/sign-in/target/sign-in-0.1.0.jar")) ? "" : " sign-in";
        variables = new Variables(Map.of(
                "ACCUEIL_HOME", folder.toString(),
                "ACCUEIL_PORT_OFFSET", Integer.toString(offset),
                "ACCUEIL_WITHOUT", OTHERS + signIn));
        home = Home.of(ROOT, variables);
        addresses = Addresses.of(variables);
        stack = started();
    }

    @AfterAll
    static void bringDown() {
        stack.stop();
    }

    @Test
    @Order(1)
    void stack_json_says_where_everything_is() {
        var json = stackJson();

        assertThat(json.path("publicUrl").asString()).isEqualTo(addresses.publicUrl());
        assertThat(json.path("webhookUrl").asString()).isEqualTo(Addresses.url(addresses.ingest()));
        assertThat(json.at("/kafka/bootstrap").asString()).isEqualTo(addresses.bootstrap());
        assertThat(json.at("/oidc/issuer").asString()).isEqualTo(Addresses.url(addresses.signIn()));
        assertThat(json.at("/postgres/url").asString()).isEqualTo(addresses.postgresUrl());
        assertThat(json.at("/twilio/url").asString()).isEqualTo(Addresses.url(addresses.simulator()));
        assertThat(json.at("/tenants/0/name").asString()).isEqualTo("Institut Camélia");
        assertThat(json.at("/tenants/0/channel/address").asString()).isEqualTo("whatsapp:+33199000042");
        assertThat(json.at("/tenants/0/users/0/role").asString()).isEqualTo("owner");
        assertThat(json.path("processes")
                        .valueStream()
                        .map(it -> it.path("name").asString()))
                .contains("postgres", "kafka");
        assertThat(json.path("processes").valueStream())
                .allMatch(it -> ProcessHandle.of(it.path("pid").asLong()).isPresent())
                .allMatch(it -> Files.exists(ROOT.resolve(it.path("log").asString())));
    }

    @Test
    @Order(2)
    void the_owner_of_the_database_is_no_superuser_but_can_make_the_services_roles() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("create schema conversation; create role conversation_app nologin");
            statement.execute("create extension if not exists unaccent; create extension if not exists pg_trgm; "
                    + "create extension if not exists btree_gin");
            try (var rows = statement.executeQuery("select usesuper from pg_user where usename = current_user")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    @Order(3)
    void the_broker_has_the_topics_of_the_table_and_only_those() throws Exception {
        try (var admin = Broker.admin(addresses.bootstrap())) {
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Arrays.stream(Topic.values()).map(Topic::topic), Reader.beside())
                                    .toList());
            assertThat(new Topics(admin, 1).createMissing()).isEqualTo(new Topics.Report(List.of(), List.of()));
        }
    }

    @Test
    @Order(4)
    void what_differs_from_the_table_is_reported_and_left_alone() throws Exception {
        try (var admin = Broker.admin(addresses.bootstrap())) {
            var inbound = new ConfigResource(ConfigResource.Type.TOPIC, Topic.INBOUND.topic());
            var shorter = new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(inbound, List.of(shorter)))
                    .all()
                    .get();
            admin.deleteTopics(List.of(Topic.PRESENCE.topic())).all().get();
            admin.createTopics(List.of(new NewTopic("somebody.else.v1", 1, (short) 1)))
                    .all()
                    .get();
            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(admin.listTopics().names().get())
                            .contains("somebody.else.v1")
                            .doesNotContain(Topic.PRESENCE.topic()));

            var report = new Topics(admin, 1).createMissing();

            assertThat(report.created()).containsExactly(Topic.PRESENCE.topic());
            assertThat(report.differences())
                    .containsExactly(
                            "whatsapp.inbound.v1: retention.ms is 1000, the table says 1209600000",
                            "somebody.else.v1: not in the table");
        }
    }

    @Test
    @Order(4)
    void dead_letters_are_listed_and_given_back_to_their_reader_alone() throws Exception {
        var poison = "{\"half\":".getBytes(StandardCharsets.UTF_8);
        var letters = Topic.deadLetters(Topic.INBOUND.topic(), Reader.AI_ROUTER.group());
        var message = new ProducerRecord<>(letters, 3, "marie", poison);
        message.headers()
                .add(
                        "kafka_dlt-exception-cause-fqcn",
                        "fr.accueil.events.UnreadableEvent".getBytes(StandardCharsets.UTF_8))
                .add("kafka_dlt-exception-message", "not an event\nat".getBytes(StandardCharsets.UTF_8))
                .add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", addresses.bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(message).get();
        }
        var id = letters.replace(".dlt", "") + "/3@0";

        assertThat(says("list")).contains(id, "no event", "UnreadableEvent: not an event", "1 dead letters.");
        assertThat(says("list", "--reader", "conversation-service")).contains("No dead letters.");
        assertThat(says("list", "--json")).contains("\"id\":\"" + id + "\"").doesNotContain("half");
        assertThat(says("show", id)).contains("{\"half\":");
        assertThat(says("replay", "nothing/0@1")).contains("There is no dead letter nothing/0@1.");
        assertThat(says("replay", id)).contains("1 replayed.");

        assertThat(says("list")).contains("No dead letters.");
        assertThat(says("list", "--all")).contains("(replayed)");
        assertThat(says("replay", "--everything")).contains("0 replayed.");
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", addresses.bootstrap()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var replays = new TopicPartition(Topic.replay(Topic.INBOUND.topic(), Reader.AI_ROUTER.group()), 0);
            consumer.assign(List.of(replays));
            consumer.seekToBeginning(List.of(replays));
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(20, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return !found.isEmpty();
            });
            assertThat(found).singleElement().satisfies(it -> {
                assertThat(it.key()).isEqualTo("marie");
                assertThat(it.value()).isEqualTo(poison);
                assertThat(it.headers().lastHeader("traceparent")).isNotNull();
                assertThat(it.headers().lastHeader("kafka_dlt-exception-message"))
                        .isNull();
            });
        }
    }

    private static String says(String... arguments) {
        var said = new ByteArrayOutputStream();
        new LettersCommand(addresses.bootstrap(), new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Order(5)
    void postgres_comes_back_after_a_kill_with_its_data() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text); insert into kept values ('Camélia')");
        }

        kill("postgres");

        await().atMost(30, SECONDS)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(keptWord()).isEqualTo("Camélia"));
    }

    @Test
    @Order(6)
    void kafka_comes_back_after_a_kill_with_its_topics() {
        kill("kafka");

        await().atMost(40, SECONDS).ignoreExceptions().untilAsserted(() -> {
            try (var admin = Broker.admin(addresses.bootstrap())) {
                assertThat(admin.listTopics().names().get()).contains(Topic.INBOUND.topic());
            }
        });
    }

    @Test
    @Order(7)
    void sign_in_speaks_for_its_issuer_and_comes_back_after_a_kill() throws Exception {
        assumeTrue(stackJson().toString().contains("sign-in"), "infra/sign-in was not packaged");
        assertThat(discovery()).contains("\"issuer\":\"" + Addresses.url(addresses.signIn()) + "\"");

        kill("sign-in");

        await().atMost(60, SECONDS).ignoreExceptions().until(() -> discovery().contains("issuer"));
    }

    @Test
    @Order(8)
    void a_stack_that_was_stopped_comes_up_again_with_its_data_whatever_lies_in_the_way() throws Exception {
        stack.stop();
        assertThat(home.stackFile()).doesNotExist();
        assertThat(home.pids()).isEmptyDirectory();
        // What a killed PostgreSQL leaves, with a number that belongs to someone else by now.
        Files.writeString(
                home.data("postgres").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        stack = started();

        assertThat(keptWord()).isEqualTo("Camélia");
        assertThat(home.stackFile()).exists();
    }

    private static Stack started() {
        var starting = new Stack(home, variables, silence());
        starting.bringUp(Stack.Steps.of(Progress.on(false, silence()), starting.services()));
        return starting;
    }

    /// Waits until its successor stands in `stack.json`.
    private static void kill(String name) {
        var before = pid(name);
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        await().atMost(20, SECONDS).until(() -> pid(name) != before);
    }

    private static long pid(String name) {
        return stackJson()
                .path("processes")
                .valueStream()
                .filter(it -> it.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("pid")
                .asLong();
    }

    private static JsonNode stackJson() {
        return new JsonMapper().readTree(home.stackFile());
    }

    private static String keptWord() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from kept")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection owner() throws SQLException {
        var postgres = stackJson().path("postgres");
        return DriverManager.getConnection(
                "jdbc:" + postgres.path("url").asString(),
                postgres.path("user").asString(),
                postgres.path("password").asString());
    }

    private static String discovery() throws IOException, InterruptedException {
        var address = Addresses.url(addresses.signIn()) + "/.well-known/openid-configuration";
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static PrintStream silence() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }
}
