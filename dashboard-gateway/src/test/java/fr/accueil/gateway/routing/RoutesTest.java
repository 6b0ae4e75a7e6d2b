package fr.accueil.gateway.routing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.gateway.testing.RunningGateway;
import fr.accueil.gateway.testing.StubService;
import fr.accueil.gateway.testing.Wires;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class RoutesTest extends RunningGateway {

    @BeforeEach
    void calm() {
        List.of(ingest, router, conversation).forEach(StubService::answersAgain);
        List.of(ingest, router, conversation).forEach(StubService::forget);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/webhooks/twilio",
                "/api/webhooks/twilio/",
                "/api/webhooks/twilio?",
                "/api/webhooks/twilio?a=1&a=2&b=&c",
                "/api/webhooks/twilio/status?conversation=0f&message=%C3%A9&part=1&attempt=2",
                "/api/webhooks/twilio?lower=%c3%a9&upper=%C3%A9&plus=a+b&space=a%20b",
                "/api/webhooks/twilio?half=100%25&brackets[]=[x]&percent=%2525",
                "/api/webhooks/twilio?latin=%E9&nothing=%00&slash=%2F&amp=%26",
                "/api/webhooks/twilio?url=https://a.example/b?c=d&at=@,;:!$'()*~",
                "/api/webhooks/caf%C3%A9/~x/a,b",
            })
    void a_webhooks_address_arrives_byte_for_byte(String target) throws Exception {
        post(target, "Content-Type: application/x-www-form-urlencoded\r\n", "A=1");

        assertThat(ingest.next().line()).isEqualTo("POST " + target + " HTTP/1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Body=Bonjour",
                "Body=caf%C3%A9&Body=caf%c3%a9&To=whatsapp%3A%2B33199000042&From=whatsapp:+33&Empty=&Alone",
                "Body=brut \u00e9\u00ff&x=%zz",
                "&&==&\r\n\t \u0000",
            })
    void a_webhooks_body_arrives_byte_for_byte(String body) throws Exception {
        post("/api/webhooks/twilio", "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n", body);

        var asked = ingest.next();
        assertThat(new String(asked.body(), ISO_8859_1)).isEqualTo(body);
        assertThat(asked.header("content-length")).containsExactly(Integer.toString(body.length()));
    }

    @Test
    void clerks_webhooks_go_to_who_keeps_the_teams_with_their_signature_and_bytes() throws Exception {
        post("/api/webhooks/clerk", "svix-id: msg_1\r\nsvix-signature: v1,a+/= v1,b\r\n", "{ \"type\" : 1 }\n");

        var asked = conversation.next();
        assertThat(asked.line()).isEqualTo("POST /api/webhooks/clerk HTTP/1.1");
        assertThat(asked.header("svix-signature")).containsExactly("v1,a+/= v1,b");
        assertThat(new String(asked.body(), UTF_8)).isEqualTo("{ \"type\" : 1 }\n");
        assertThat(ingest.heard()).isEmpty();
    }

    @Test
    void a_body_in_chunks_arrives_whole() throws Exception {
        Wires.exchange(
                port,
                "POST /api/webhooks/twilio HTTP/1.1\r\nHost: accueil.example\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n3\r\nA=1\r\n4\r\n&B=2\r\n0\r\n\r\n");

        assertThat(new String(ingest.next().body(), UTF_8)).isEqualTo("A=1&B=2");
    }

    @Test
    void a_webhooks_headers_arrive_but_those_that_anybody_could_forge() throws Exception {
        post("/api/webhooks/twilio", """
                X-Twilio-Signature: aGVsbG8+/w==\r
                I-Twilio-Idempotency-Token: 5b2c\r
                X-Twice: one\r
                X-Twice: two\r
                Accept: */*\r
                Accept-Encoding: gzip\r
                User-Agent: TwilioProxy/1.1\r
                Authorization: Bearer not-a-token\r
                X-Forwarded-Proto: https\r
                Forwarded: for=1.2.3.4\r
                """, "A=1");

        var asked = ingest.next();
        assertThat(asked.header("x-twilio-signature")).containsExactly("aGVsbG8+/w==");
        assertThat(asked.header("i-twilio-idempotency-token")).containsExactly("5b2c");
        assertThat(asked.header("x-twice")).containsExactly("one", "two");
        assertThat(asked.header("accept-encoding")).containsExactly("gzip");
        assertThat(asked.header("user-agent")).containsExactly("TwilioProxy/1.1");
        assertThat(asked.header("authorization")).containsExactly("Bearer not-a-token");
        assertThat(asked.header("host")).containsExactly("accueil.example");
        assertThat(asked.header("x-forwarded-proto")).isEmpty();
        assertThat(asked.header("forwarded")).isEmpty();
    }

    @Test
    void a_webhooks_answer_comes_back_as_it_was() throws Exception {
        var body = "<Response/>" + " ".repeat(5000);
        ingest.answers(
                "HTTP/1.1 418 Teapot\r\nContent-Type: text/xml;charset=UTF-8\r\nAccueil-Tenant: 42\r\nX-Twice: a\r\nX-Twice: b\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(body.length(), body));

        var answer = post("/api/webhooks/twilio", "Accept-Encoding: gzip\r\n", "A=1");

        assertThat(answer).startsWith("HTTP/1.1 418 ").endsWith("\r\n\r\n" + body);
        var headers = answer.substring(0, answer.indexOf("\r\n\r\n")).lines().skip(1);
        assertThat(headers.map(String::toLowerCase))
                .containsExactlyInAnyOrder(
                        "content-type: text/xml;charset=utf-8",
                        "accueil-tenant: 42",
                        "x-twice: a",
                        "x-twice: b",
                        "content-length: " + body.length(),
                        "connection: close");
    }

    @Test
    void what_the_assistant_and_the_system_of_record_serve_goes_to_them() throws Exception {
        var camelia = sophiesWorkspace();
        isKnownToBelong(camelia, SOPHIE);

        get("/api/assistant/try?q=Bonjour").expectStatus().isOk();
        assertThat(router.next().line()).isEqualTo("GET /api/assistant/try?q=Bonjour HTTP/1.1");

        get("/api/conversations?q=caf%C3%A9&limit=2", camelia.toString())
                .expectStatus()
                .isOk();
        var asked = conversation.next();
        assertThat(asked.line()).isEqualTo("GET /api/conversations?q=caf%C3%A9&limit=2 HTTP/1.1");
        assertThat(asked.header("authorization").getFirst()).startsWith("Bearer ey");
        assertThat(asked.header("x-accueil-workspace")).containsExactly(camelia.toString());
    }

    @Test
    void the_openapi_page_needs_no_token_and_tells_of_all_services() {
        conversation.answers(json("{\"paths\": {\"/api/me\": {}}}"));
        router.answers(json("{\"paths\": {\"/api/assistant/try\": {}}}"));

        http().get()
                .uri("/api/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths.length()")
                .isEqualTo(2);
    }

    @Test
    void half_an_openapi_page_is_none() {
        conversation.answers(json("{\"paths\": {}}"));
        router.answers("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");

        http().get().uri("/api/openapi.json").exchange().expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static String json(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body);
    }

    @Test
    void a_problem_of_a_service_comes_through_as_it_is() throws Exception {
        var problem = "{\"title\":\"Fenêtre fermée\",\"status\":409}";
        conversation.answers(
                "HTTP/1.1 409 Conflict\r\nContent-Type: application/problem+json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(problem.length(), problem));

        var body = get("/api/conversations/1")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(new String(java.util.Objects.requireNonNull(body), ISO_8859_1))
                .isEqualTo(problem);
    }

    @Test
    void a_service_that_hangs_up_is_said_to_be_away() {
        conversation.answers("");

        get("/api/conversations")
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectHeader()
                .valueEquals("Retry-After", "2")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Service momentanément indisponible");
    }

    @Test
    void a_service_that_takes_too_long_is_said_to_be_slow() {
        conversation.answers(" ");

        get("/api/conversations")
                .expectStatus()
                .isEqualTo(HttpStatus.GATEWAY_TIMEOUT)
                .expectHeader()
                .valueEquals("Retry-After", "2")
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Réponse trop lente");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/webhooks/../me", "/api/webhooks/%2e%2e/me", "/api//me", "/api/webhooks/a;b", "/api/x%2Fy"})
    void an_address_that_could_mean_two_things_is_refused(String target) throws Exception {
        assertThat(post(target, "", "")).startsWith("HTTP/1.1 400 ");
    }

    private String post(String target, String headers, String body) throws Exception {
        return Wires.exchange(
                port,
                "POST %s HTTP/1.1\r\nHost: accueil.example\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                        .formatted(target, headers, body.length(), body));
    }

    private ResponseSpec get(String target) {
        return get(target, null);
    }

    private ResponseSpec get(String target, @Nullable String workspace) {
        return http().get()
                .uri(URI.create("http://localhost:" + port + target))
                .headers(it -> {
                    it.setBearerAuth(sophiesToken());
                    if (workspace != null) {
                        it.set("X-Accueil-Workspace", workspace);
                    }
                })
                .exchange();
    }
}
