package fr.accueil.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A ledger that a killed simulator left behind, and the simulator that finds it.
class RestartTest {

    private static final String PHONE = "whatsapp:+33639980012";
    private static final String CAMELIA = "whatsapp:+33199000042";
    private static final String ACCOUNT = "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String INBOUND = "SM" + "a".repeat(32);
    private static final String READ = "SM" + "b".repeat(32);
    private static final String QUEUED = "SM" + "c".repeat(32);

    @TempDir
    Path home;

    @Test
    void what_was_under_way_goes_on_and_what_was_there_still_is() throws IOException {
        // Well within the 24 hours in which a business may answer freely, whenever this runs.
        var anHourAgo = Instant.now().minus(Duration.ofHours(1));
        leaveBehind("""
                {"n":1,"at":"%7$s","kind":"phone-added","data":{"address":"%1$s","name":"Marie","phone":"+33639980012","listed":true}}
                {"n":2,"at":"%7$s","kind":"phone-sent","data":{"sid":"%3$s","accountSid":"%2$s","from":"%1$s","to":"%6$s","body":"Bonjour","type":"text","media":[],"fields":{},"idempotencyToken":"t"}}
                {"n":3,"at":"%7$s","kind":"message-accepted","data":{"sid":"%4$s","accountSid":"%2$s","direction":"outbound-api","from":"%6$s","to":"%1$s","body":"Lu","media":[],"statusCallback":"http://localhost:1/x"}}
                {"n":4,"at":"%7$s","kind":"phone-received","data":{"sid":"%4$s","accountSid":"%2$s","from":"%6$s","to":"%1$s","body":"Lu","media":[]}}
                {"n":5,"at":"%7$s","kind":"message-moved","data":{"sid":"%4$s","status":"read"}}
                {"n":6,"at":"%7$s","kind":"message-accepted","data":{"sid":"%5$s","accountSid":"%2$s","direction":"outbound-api","from":"%6$s","to":"%1$s","body":"En route","media":[],"statusCallback":"https://accueil.example/status"}}
                {"n":7,"at":"%7$s","kind":"message-mo\
                """.formatted(PHONE, ACCOUNT, INBOUND, READ, QUEUED, CAMELIA, anHourAgo));
        var receiver = new Receiver();

        try (var simulator = start(receiver)) {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(receiver.webhooks())
                        .singleElement()
                        .matches(post -> INBOUND.equals(post.form().get("MessageSid")));
                assertThat(receiver.statuses(QUEUED)).containsExactly("sent", "delivered");
            });
            var chat = chat(simulator);
            assertThat(chat.path("messages"))
                    .extracting(message -> message.path("body").asString())
                    .contains("Bonjour", "Lu", "En route");
            assertThat(chat.path("messages").get(0).path("progress").asString()).isEqualTo("posted");
        }
        try (var simulator = start(receiver)) {
            assertThat(chat(simulator).path("messages")).hasSize(3);
            assertThat(receiver.webhooks()).hasSize(1);
        }
    }

    private void leaveBehind(String lines) throws IOException {
        var folder = Files.createDirectories(home.resolve("simulator"));
        Files.write(folder.resolve("ledger.jsonl"), lines.getBytes(UTF_8));
    }

    private ReactiveWebServerApplicationContext start(Receiver receiver) {
        return (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(SimulatorApplication.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--simulator.demo.file=" + Repository.demoFile(),
                        "--simulator.ledger.home=" + home,
                        "--simulator.outbound.sent=10ms",
                        "--simulator.outbound.delivered=10ms",
                        "--simulator.delivery.public-url=https://accueil.example",
                        "--simulator.delivery.ingest-url=" + receiver.url());
    }

    private static JsonNode chat(ReactiveWebServerApplicationContext simulator) {
        var bytes = WebTestClient.bindToServer()
                .baseUrl("http://localhost:"
                        + Objects.requireNonNull(simulator.getWebServer()).getPort())
                .build()
                .get()
                .uri("/simulator/phones/{phone}/messages?with={business}", PHONE, CAMELIA)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return bytes == null ? JsonMapper.shared().missingNode() : bytes;
    }
}
