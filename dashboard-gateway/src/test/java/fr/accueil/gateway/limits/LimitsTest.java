package fr.accueil.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.TenantId;
import fr.accueil.gateway.testing.BrowserTab;
import fr.accueil.gateway.testing.RunningGateway;
import fr.accueil.gateway.testing.StubService;
import fr.accueil.gateway.testing.Wires;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/// With shares so small that a test can use them up, and that come back only after an hour.
@TestPropertySource(
        properties = {
            "accueil.limits.person.burst=10",
            "accueil.limits.person.per-second=0.0003",
            "accueil.limits.tenant.burst=25",
            "accueil.limits.tenant.per-second=0.0003",
            "accueil.limits.address.burst=30",
            "accueil.limits.address.per-second=0.0003",
            "accueil.limits.body=10KB",
            "accueil.limits.larger[/api/faqs/import]=20KB",
            "accueil.stream.browsers-per-person=3"
        })
class LimitsTest extends RunningGateway {

    @BeforeEach
    void calm() {
        List.of(ingest, router, conversation).forEach(StubService::answersAgain);
        List.of(ingest, router, conversation).forEach(StubService::forget);
    }

    @Test
    void a_person_has_a_share_and_a_person_alone() {
        var paul = tokenOf("paul-" + UUID.randomUUID());
        use(10, () -> ask("/api/me", paul, null));

        ask("/api/me", paul, null)
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .value("Retry-After", it -> assertThat(Integer.parseInt(it)).isGreaterThan(3000))
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Trop de demandes");
        for (var path : List.of("/api/conversations", "/api/changes", "/api/events", "/api/assistant/try")) {
            ask(path, paul, null).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        }
        ask("/api/me", tokenOf("anna-" + UUID.randomUUID()), null)
                .expectStatus()
                .isOk();
    }

    @Test
    void a_fresh_token_or_a_forged_address_gives_no_fresh_share() throws Exception {
        var name = "paul-" + UUID.randomUUID();
        use(10, () -> ask("/api/me", tokenOf(name), null));

        for (var header : List.of(
                "X-Forwarded-For: 1.2.3.4",
                "Forwarded: for=1.2.3.4",
                "X-Real-IP: 1.2.3.4",
                "CF-Connecting-IP: 1.2.3.4",
                "X-Forwarded-Prefix: /x")) {
            assertThat(Wires.exchange(
                            port,
                            "GET /api/me HTTP/1.1\r\nHost: localhost\r\n%s\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                                    .formatted(header, tokenOf(name))))
                    .startsWith("HTTP/1.1 429 ");
        }
    }

    @Test
    void a_workspace_has_a_share_whoever_asks_and_only_its_members_use_it_up() {
        var camelia = TenantId.of(UUID.randomUUID());
        var team = IntStream.range(0, 4)
                .mapToObj(it -> "member-" + it + UUID.randomUUID())
                .toList();
        team.forEach(it -> joins(camelia, it));
        joins(camelia, SOPHIE);
        isKnownToBelong(camelia, SOPHIE);

        Stream.generate(() -> "stranger-" + UUID.randomUUID())
                .limit(40)
                .forEach(it -> ask("/api/conversations", tokenOf(it), camelia.toString())
                        .expectStatus()
                        .isForbidden());
        for (var member : team.subList(0, 2)) {
            use(10, () -> ask("/api/conversations", tokenOf(member), camelia.toString()));
        }
        var passed = IntStream.range(0, 8)
                .mapToObj(_ -> ask("/api/conversations", tokenOf(team.get(2)), camelia.toString())
                        .returnResult()
                        .getStatus())
                .filter(HttpStatus.OK::isSameCodeAs)
                .count();

        assertThat(passed).isLessThan(8);
        ask("/api/conversations", sophiesToken(), camelia.toString())
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void who_tries_tokens_is_stopped_and_who_has_a_good_one_goes_on() throws Exception {
        IntStream.range(0, 30).forEach(_ -> ask("/api/me", "guess", null));

        ask("/api/me", "guess", null).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        ask("/api/me", null, null).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        ask("/api/client-config", null, null).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        ask("/api/openapi.json", null, null).expectStatus().isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(
                        Wires.exchange(
                                port,
                                "GET /api/client-config HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 9.9.9.9\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 429 ");

        ask("/api/me", tokenOf("anna-" + UUID.randomUUID()), null)
                .expectStatus()
                .isOk();
        use(60, () -> ask("/api/health", null, null));
        use(60, () -> ask("/api/webhooks/twilio", null, null));
        use(5, () -> ask("/dashboard/conversations", null, null));
    }

    @Test
    void what_says_that_it_is_too_large_is_refused_before_it_comes() throws Exception {
        var answer = Wires.exchange(port, post("/api/conversations/1/messages", "Content-Length: 10241\r\n"));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Demande trop volumineuse");
    }

    @Test
    void a_file_of_faqs_may_be_larger_than_others() throws Exception {
        var file = "Content-Type: text/csv\r\nContent-Length: ";

        assertThat(Wires.exchange(port, post("/api/faqs/import", file + "20480\r\n") + "x".repeat(20_480)))
                .startsWith("HTTP/1.1 200 ");
        assertThat(Wires.exchange(port, post("/api/faqs/import", file + "20481\r\n")))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void what_turns_out_too_large_is_cut_off() throws Exception {
        var chunk = "400\r\n" + "x".repeat(1024) + "\r\n";
        var request = post("/api/conversations/1/messages", "Transfer-Encoding: chunked\r\n");

        assertThat(Wires.exchange(port, request + chunk.repeat(10) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        conversation.forget();
        assertThat(Wires.exchange(port, request + chunk.repeat(11) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(conversation.wholeRequests()).isZero();
    }

    @Test
    void a_webhook_may_be_as_large_as_ingest_says() throws Exception {
        var body = "x".repeat(50_000);

        assertThat(Wires.exchange(
                        port,
                        "POST /api/webhooks/twilio HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 50000\r\n\r\n"
                                + body))
                .startsWith("HTTP/1.1 200 ");
        assertThat(ingest.next().body()).hasSize(50_000);
    }

    @Test
    void headers_without_end_are_refused() throws Exception {
        var anna = tokenOf("anna-" + UUID.randomUUID());
        var head = "GET /api/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + anna
                + "\r\n";

        assertThat(Wires.exchange(port, head + "X-Long: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(Wires.exchange(port, head + "X-Many: 1234567890\r\n".repeat(2_000) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(Wires.exchange(port, "GET /api/me?" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(conversation.wholeRequests()).isZero();
    }

    @Test
    void of_too_many_streams_of_one_person_the_oldest_ends_and_says_why() throws Exception {
        var camelia = TenantId.of(UUID.randomUUID());
        var anna = "anna-" + UUID.randomUUID();
        joins(camelia, anna);
        joins(camelia, SOPHIE);
        isKnownToBelong(camelia, SOPHIE);
        var tabs = new ArrayList<BrowserTab>();
        try (var other = BrowserTab.open(port, sophiesToken(), camelia.toString(), null)) {
            for (var it = 0; it < 5; it++) {
                tabs.add(BrowserTab.open(port, tokenOf(anna), camelia.toString(), null));
            }

            await().until(() -> tabs.get(0).ended() && tabs.get(1).ended());
            assertThat(tabs.getFirst().heard())
                    .extracting(BrowserTab.Heard::event)
                    .containsExactly("crowded");
            var change = happens(camelia, 1);
            await().untilAsserted(() -> assertThat(tabs.subList(2, 5))
                    .allSatisfy(it -> assertThat(it.changes()).containsExactly(change)));
            assertThat(other.ended()).isFalse();

            tabs.get(2).close();
            tabs.get(3).close();
            await().during(Duration.ofMillis(500)).until(() -> !tabs.get(4).ended());
        } finally {
            for (var tab : tabs) {
                tab.close();
            }
        }
    }

    private static void use(int times, java.util.function.Supplier<ResponseSpec> ask) {
        IntStream.range(0, times).forEach(_ -> ask.get().expectStatus().isOk());
    }

    private String post(String path, String headers) {
        return "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\n"
                .formatted(path, tokenOf("anna-" + UUID.randomUUID()), headers);
    }

    private String tokenOf(String subject) {
        return tokens.bearerFor(subject, "Anna", "anna@camelia.example");
    }

    private ResponseSpec ask(String path, @Nullable String token, @Nullable String workspace) {
        return http().get()
                .uri(URI.create("http://localhost:" + port + path))
                .headers(it -> {
                    if (token != null) {
                        it.setBearerAuth(token);
                    }
                    if (workspace != null) {
                        it.set("X-Accueil-Workspace", workspace);
                    }
                })
                .exchange();
    }
}
