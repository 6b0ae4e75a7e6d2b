package fr.accueil.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.gateway.testing.RunningGateway;
import fr.accueil.gateway.testing.StubService;
import fr.accueil.gateway.testing.Wires;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What means one thing here and another behind must not get there.
class SmugglingTest extends RunningGateway {

    private static final String HIDDEN =
            "GET /api/conversations/smuggled HTTP/1.1\r\nHost: accueil.example\r\nConnection: close\r\n\r\n";

    /// Of earlier tests. A request that the gateway refuses in its middle may reach the stub after the test has ended.
    private static final Set<String> WORN_TOKENS = new HashSet<>();

    private String token = "";

    @BeforeEach
    void calm() {
        List.of(ingest, router, conversation).forEach(StubService::answersAgain);
        List.of(ingest, router, conversation).forEach(StubService::forget);
        token = tokens.bearerFor(SOPHIE, "Sophie " + UUID.randomUUID(), "sophie@camelia.example");
    }

    @AfterEach
    void wearTokenOut() {
        WORN_TOKENS.add("Bearer " + token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 0\r\nContent-Length: 60\r\n",
                "Content-Length: 60\r\nContent-Length: 0\r\n",
                "Content-Length: 0, 60\r\n",
                "Content-Length: +60\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 0x3c\r\n",
                "Content-Length : 60\r\n",
                "Content-Length: 6 0\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length : 60\r\n",
                "X: y\r\n Content-Length: 60\r\n\tTransfer-Encoding: chunked\r\nContent-Length: 60\r\nContent-Length: 61\r\n",
                "X\u0000: y\r\n",
                "X: a\u0000b\r\n",
                "X Y: z\r\n",
                ": z\r\n",
            })
    void a_length_or_a_header_that_could_mean_two_things_reaches_nobody(String headers) throws Exception {
        var answer = Wires.exchange(port, post(headers) + HIDDEN);

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(requests()).isEmpty();
        assertThat(answer.split("HTTP/1.1 ")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: identity, chunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding: \u000bchunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: gzip, chunked\r\n",
            })
    void who_hides_a_request_behind_another_hides_it_from_the_services_too(String headers) throws Exception {
        Wires.exchange(port, post(headers) + "0\r\n\r\n" + HIDDEN);

        assertThat(requests()).noneMatch(it -> it.line().contains("smuggled"));
        assertThat(requests())
                .allSatisfy(it -> assertThat(it.header("content-length").size()
                                + it.header("transfer-encoding").size())
                        .isLessThanOrEqualTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1;ext=\"\r\nX\"\r\nA\r\n0\r\n\r\n",
                "1\nA\r\n0\r\n\r\n",
                "-1\r\nA\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFF1\r\nA\r\n0\r\n\r\n",
                "0x1\r\nA\r\n0\r\n\r\n",
                "1\r\nAB\r\n0\r\n\r\n",
            })
    void chunks_that_are_none_do_not_become_another_request(String chunks) throws Exception {
        var answer = Wires.exchange(port, post("Transfer-Encoding: chunked\r\n") + chunks + HIDDEN);

        assertThat(requests()).noneMatch(it -> it.line().contains("smuggled"));
        assertThat(answer.split("HTTP/1.1 ").length).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/conversations%0d%0aX-Injected:%20yes",
                "/api/conversations?q=a%0d%0aX-Injected:%20yes",
                "/api/conversations?q=%0aHost:%20evil.example",
            })
    void a_line_break_in_an_address_stays_an_address(String target) throws Exception {
        get(target, "");

        for (var asked : requests()) {
            assertThat(asked.line()).isEqualTo("GET " + target + " HTTP/1.1");
            assertThat(asked.header("x-injected")).isEmpty();
            assertThat(asked.header("host")).containsExactly("accueil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: a\rX-Injected: yes\r\n", "X: a\nX-Injected: yes\r\n", "X: a\r\n X-Injected: yes\r\n"})
    void a_line_break_in_a_value_brings_no_header_that_a_service_would_see_otherwise_than_we_do(String headers)
            throws Exception {
        get("/api/conversations", headers);

        for (var asked : requests()) {
            assertThat(asked.headers()).noneMatch(it -> it.contains("\r") || it.contains("\n"));
            assertThat(String.join("|", asked.headers())).doesNotContain("\r", "\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/api/conversations",
                "http://localhost:1/api/conversations",
                "http://user:pw@evil.example/api/conversations",
                "https://evil.example/api/conversations",
                "//evil.example/api/conversations",
            })
    void an_absolute_target_leads_nowhere_else(String target) throws Exception {
        get(target, "");

        assertThat(requests()).allSatisfy(it -> {
            assertThat(it.line()).isEqualTo("GET /api/conversations HTTP/1.1");
            assertThat(it.header("host")).hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/webhooks/../conversations",
                "/api/webhooks/%2e%2e/conversations",
                "/api/webhooks/%2e./conversations",
                "/api/webhooks/.%2e/conversations",
                "/api/webhooks/%252e%252e/conversations",
                "/api/webhooks/..%2fconversations",
                "/api/webhooks/..%5cconversations",
                "/api/webhooks/..\\conversations",
                "/api/webhooks/..;/conversations",
                "/api/webhooks/%c0%ae%c0%ae/conversations",
                "/api/webhooks//../conversations",
                "/api/health/../conversations",
                "/api/openapi.json/../conversations",
                "/api/openapi.json/%2e%2e/conversations",
                "/dashboard/../api/conversations",
                "/dashboard/assets/..%2f..%2f..%2fapplication.yml",
                "/dashboard/assets/%2e%2e/%2e%2e/%2e%2e/application.yml",
                "/dashboard/%2e%2e/application.yml",
                "/api/../actuator/env",
                "/api/conversations/..%00/me",
                "/api%2fconversations",
            })
    void a_way_out_of_a_folder_leads_nowhere_without_a_token(String target) throws Exception {
        var answer = Wires.exchange(
                port, "GET %s HTTP/1.1\r\nHost: accueil.example\r\nConnection: close\r\n\r\n".formatted(target));

        assertThat(requests()).isEmpty();
        assertThat(router.wholeRequests()).isZero();
        assertThat(answer).doesNotContain("spring:", "accueil:", "\"items\"");
        while (ingest.wholeRequests() > 0) {
            assertThat(ingest.next().line()).startsWith("GET /api/webhooks/").doesNotContain("/../", "/..;");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/conversations",
                "GET /api/conversations HTTP/3.7",
                "GET  /api/conversations HTTP/1.1",
                "GET /api/conver sations HTTP/1.1",
                "CONNECT evil.example:443 HTTP/1.1",
                "TRACE /api/conversations HTTP/1.1",
                "PRI * HTTP/2.0",
                "OPTIONS * HTTP/1.1",
                "\u0016\u0003\u0001",
            })
    void a_line_that_is_no_request_of_ours_reaches_nobody(String line) throws Exception {
        Wires.exchange(port, line + "\r\nHost: accueil.example\r\nConnection: close\r\n\r\n");

        assertThat(requests()).isEmpty();
    }

    @Test
    void a_header_that_is_named_as_of_this_hop_alone_cannot_take_another_away() throws Exception {
        var camelia = sophiesWorkspace();
        isKnownToBelong(camelia, SOPHIE);

        get("/api/conversations", "X-Accueil-Workspace: %s\r\nConnection: X-Accueil-Workspace\r\n".formatted(camelia));

        assertThat(requests())
                .allSatisfy(it ->
                        assertThat(it.header("x-accueil-workspace").size()).isLessThanOrEqualTo(1));
        assertThat(requests())
                .allSatisfy(it -> assertThat(it.header("x-accueil-workspace")).isSubsetOf(camelia.toString()));
    }

    @Test
    void an_upgrade_is_not_passed_on() throws Exception {
        get("/api/conversations", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n");

        assertThat(requests()).allSatisfy(it -> {
            assertThat(it.header("upgrade")).isEmpty();
            assertThat(it.header("transfer-encoding")).isEmpty();
        });
    }

    private List<StubService.Asked> requests() {
        return conversation.heard().stream()
                .filter(it -> Collections.disjoint(it.header("authorization"), WORN_TOKENS))
                .toList();
    }

    private void get(String target, String headers) throws IOException {
        Wires.exchange(
                port,
                "GET %s HTTP/1.1\r\nHost: accueil.example\r\nAuthorization: Bearer %s\r\n%sConnection: close\r\n\r\n"
                        .formatted(target, token, headers));
    }

    private String post(String headers) {
        return "POST /api/conversations/1/messages HTTP/1.1\r\nHost: accueil.example\r\nAuthorization: Bearer %s\r\n%s\r\n"
                .formatted(token, headers);
    }
}
