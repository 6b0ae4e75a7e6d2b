package fr.accueil.local.kafka;

import fr.accueil.local.process.Ports;
import fr.accueil.local.process.ProcessSpec;
import fr.accueil.local.settings.Addresses;
import fr.accueil.local.settings.Home;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/// A real Kafka broker that is its own controller, in a process of its own; its data stay between runs.
public final class Broker {

    public static final String NAME = "kafka";

    /// The broker lies beside the launcher. In a variable, so that `ps` shows what runs and not what it stands on.
    private static final Map<String, String> CLASS_PATH = Map.of("CLASSPATH", System.getProperty("java.class.path"));

    private final Home home;
    private final Addresses addresses;
    private final Path data;
    private final Path properties;

    /// @param folder where its files lie, on whatever disk that is
    public Broker(Home home, Path folder, Addresses addresses) {
        this.home = home;
        this.addresses = addresses;
        this.data = folder.resolve("kafka");
        this.properties = home.data("kafka.properties");
    }

    public ProcessSpec process() {
        return new ProcessSpec(
                NAME,
                1,
                1,
                "kafka://" + addresses.bootstrap(),
                java(sharedClasses(), "kafka.Kafka", properties.toString()),
                CLASS_PATH,
                home.log(NAME),
                () -> {},
                this::answers,
                ProcessSpec.StopSignal.TERM,
                Duration.ofSeconds(90),
                Duration.ofSeconds(40));
    }

    /// Writes the settings, and formats the data once.
    public void create() {
        try {
            Files.createDirectories(data);
            Files.writeString(properties, settings());
            if (Files.notExists(data.resolve("meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a broker in " + data, e);
        }
    }

    public static Admin admin(String bootstrap) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 200));
    }

    private void format() throws IOException {
        var log = home.log(NAME);
        var command = java(
                List.of(),
                "kafka.tools.StorageTool",
                "format",
                "--standalone",
                "--cluster-id",
                clusterId(),
                "--config",
                properties.toString());
        try {
            var format = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            format.environment().putAll(CLASS_PATH);
            var ended = format.start().waitFor();
            if (ended != 0) {
                throw new IOException("Kafka could not format its folder; see " + home.show(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private boolean answers() {
        if (!Ports.answers(addresses.kafka())) {
            return false;
        }
        try (var admin = admin(addresses.bootstrap())) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// As for the services, the first clean end leaves an archive of the classes, and the next starts are shorter. An
    /// archive is
    /// made of jars alone, so there is none when the launcher runs from an editor or a test.
    private List<String> sharedClasses() {
        var jarsAlone = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .allMatch(it -> it.endsWith(".jar"));
        return jarsAlone
                ? List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + home.programs().resolve("kafka.jsa"),
                        "-Xlog:cds*=off",
                        "-Xlog:aot*=off")
                : List.of();
    }

    private static List<String> java(List<String> options, String main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms96m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlog4j2.configurationFile=classpath:kafka-log4j2.xml",
                "-Dlog4j2.disableJmx=true"));
        command.addAll(options);
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }

    /// Small where a single machine wants it small: each of the 300 partitions would otherwise ask for its share of
    /// buffers.
    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=localhost:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=3
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                num.recovery.threads.per.data.dir=2
                log.cleaner.threads=1
                log.cleaner.dedupe.buffer.size=16777216
                log.index.size.max.bytes=1048576
                log.segment.bytes=67108864
                controlled.shutdown.max.retries=1
                """.formatted(addresses.kafka(), addresses.kafkaController(), data);
    }

    private static String clusterId() {
        return Uuid.randomUuid().toString();
    }
}
