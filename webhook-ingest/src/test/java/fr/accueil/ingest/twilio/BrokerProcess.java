package fr.accueil.ingest.twilio;

import fr.accueil.events.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.Awaitility;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A broker in a process of its own, so that it can be frozen as a whole.
final class BrokerProcess implements AutoCloseable {

    private final Process process;
    private final String address;

    private BrokerProcess(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static BrokerProcess start() {
        try {
            var told = Files.createTempDirectory("broker").resolve("address");
            var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classPath,
                            BrokerProcess.class.getName(),
                            told.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            Awaitility.await().atMost(90, TimeUnit.SECONDS).until(() -> Files.exists(told));
            return new BrokerProcess(process, Files.readString(told));
        } catch (IOException e) {
            throw new IllegalStateException("no broker", e);
        }
    }

    String address() {
        return address;
    }

    /// It takes connections and answers nothing, as a machine that hangs.
    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("the broker could not be sent " + name);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The process itself: tells its address in the file that it is given, when all topics are there.
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var broker = new EmbeddedKafkaKraftBroker(1, Topic.PARTITIONS)
                .brokerProperties(Map.of("auto.create.topics.enable", "false"));
        broker.afterPropertiesSet();
        try (var admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString()))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(it -> it.create(1))
                            .toList())
                    .all()
                    .get();
        }
        var told = Path.of(arguments[0]);
        var written = Files.writeString(told.resolveSibling("writing"), broker.getBrokersAsString());
        Files.move(written, told);
        Thread.currentThread().join();
    }
}
