package fr.accueil.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.platform.time.AdjustableClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A running simulator between a business's services, played by [Receiver], and its customers. Quick, on a ledger of
/// its own.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "simulator.outbound.sent=20ms",
            "simulator.outbound.delivered=40ms",
            "simulator.outbound.read=40ms",
            "simulator.outbound.pair-burst=100000",
            "simulator.delivery.retry-pauses=40ms",
            "simulator.delivery.public-url=https://accueil.example",
            "simulator.inbound.overrides=#rc=3&rp=5xx,ct,rt&ct=500&rt=300"
        })
@ActiveProfiles("local")
abstract class SimulatorTest {

    static final String CAMELIA = "whatsapp:+33199000042";
    static final String MARTIN = "whatsapp:+33199000043";
    static final String MARIE = "whatsapp:+33639980012";
    static final String KARIM = "whatsapp:+33639980034";
    static final String ACCOUNT = "AC0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    static final String TOKEN = "0123456789abcdef0123456789abcdef";
    static final String OTHER_ACCOUNT = "ACa1b2c3d4e5f60718293a4b5c6d7e8f90";
    static final String OTHER_TOKEN = "fedcba9876543210fedcba9876543210";
    static final String CALLBACK =
            "https://accueil.example/api/webhooks/twilio/status?conversation=c%2F1&message=m&part=1&attempt=a+b";
    static final Receiver RECEIVER = new Receiver();
    private static final Path HOME = temporaryFolder();

    @LocalServerPort
    int port;

    @Autowired
    AdjustableClock clock;

    WebTestClient http = WebTestClient.bindToServer().build();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("simulator.demo.file", Repository::demoFile);
        registry.add("simulator.ledger.home", () -> HOME);
        registry.add("simulator.delivery.ingest-url", RECEIVER::url);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("simulator");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void begin() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .filter(SimulatorTest::readWhole)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        RECEIVER.reset();
    }

    /// Netty's buffers go back at once, also of answers whose body no test looks at.
    private static Mono<ClientResponse> readWhole(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(response -> MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(
                                response.headers().contentType().orElse(MediaType.APPLICATION_JSON))
                        ? Mono.just(response)
                        : response.bodyToMono(byte[].class)
                                .defaultIfEmpty(new byte[0])
                                .map(body -> response.mutate()
                                        .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                                        .build()));
    }

    @AfterEach
    void putRight() {
        clock.setOffset(Duration.ZERO);
        http.delete().uri("/simulator/failures").exchange().expectStatus().isOk();
    }

    // what a customer does

    JsonNode writes(String phone, String business, String words) {
        return writes(phone, Map.of("to", business, "body", words));
    }

    JsonNode writes(String phone, Map<String, Object> message) {
        return json(http.post()
                .uri("/simulator/phones/{phone}/messages", phone)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(message)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBodyContent());
    }

    List<JsonNode> chat(String phone, String business) {
        var chat = get("/simulator/phones/" + phone + "/messages?with=" + business.replace("+", "%2B"));
        return StreamSupport.stream(chat.path("messages").spliterator(), false).toList();
    }

    List<String> wordsOnPhone(String phone, String business) {
        return chat(phone, business).stream()
                .filter(message -> message.path("from").asString().equals("business"))
                .map(message -> message.path("body").asString())
                .toList();
    }

    // what a service asks of Twilio

    WebTestClient.ResponseSpec sends(Map<String, String> form) {
        return sends(ACCOUNT, TOKEN, form);
    }

    WebTestClient.ResponseSpec sends(String account, String token, Map<String, String> form) {
        return posts(account, token, "/2010-04-01/Accounts/" + account + "/Messages.json", form);
    }

    WebTestClient.ResponseSpec posts(String account, String token, String path, Map<String, String> form) {
        var values = new LinkedMultiValueMap<String, String>();
        form.forEach(values::add);
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, basic(account, token))
                .body(BodyInserters.fromFormData(values))
                .exchange();
    }

    JsonNode accepted(Map<String, String> form) {
        return json(sends(form)
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    static Map<String, String> message(String to, String body) {
        return Map.of("From", CAMELIA, "To", to, "Body", body, "StatusCallback", CALLBACK);
    }

    WebTestClient.ResponseSpec asks(String pathAndQuery) {
        return http.get()
                .uri(URI.create("http://localhost:" + port + pathAndQuery))
                .header(HttpHeaders.AUTHORIZATION, basic(ACCOUNT, TOKEN))
                .exchange();
    }

    JsonNode answerTo(String pathAndQuery) {
        return json(asks(pathAndQuery)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    static String basic(String user, String password) {
        return "Basic " + HttpHeaders.encodeBasicAuth(user, password, UTF_8);
    }

    // what a test asks of the simulator

    JsonNode get(String path) {
        return json(http.get()
                .uri(URI.create("http://localhost:" + port + path))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    }

    void fails(Map<String, Object> failure) {
        http.put()
                .uri("/simulator/failures")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(failure)
                .exchange()
                .expectStatus()
                .isOk();
    }

    List<JsonNode> ledger(String kind) {
        return StreamSupport.stream(
                        get("/simulator/ledger?limit=10000&kind=" + kind)
                                .path("items")
                                .spliterator(),
                        false)
                .map(line -> line.path("data"))
                .toList();
    }

    void awaitStatuses(String sid, String... statuses) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(RECEIVER.statuses(sid)).containsExactly(statuses));
    }

    static JsonNode json(byte @Nullable [] bytes) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(bytes));
    }
}
