package fr.accueil.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.TenantId;
import fr.accueil.gateway.testing.BrowserTab;
import fr.accueil.gateway.testing.RunningGateway;
import fr.accueil.gateway.testing.StubService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// Tries every route that there is with the tokens of others. One that is new must be named here, or the first test
/// fails.
class IsolationTest extends RunningGateway {

    private static final String ATTACHMENT =
            "/api/conversations/1d0f6f0e-3b1f-5a55-8a0e-6a4b7d1e9c01/messages/2f4b9c1d-7e6a-5d3c-8b2a-1c0d9e8f7a60/attachments/0";

    /// Where nobody needs a token, and what is there is nobody's.
    private static final Map<String, List<String>> FOR_ANYBODY = Map.of(
            "/", List.of("/"),
            "/api/health", List.of("/api/health"),
            "/api/client-config", List.of("/api/client-config"),
            "/api/openapi.json", List.of("/api/openapi.json"),
            "/dashboard/**", List.of("/dashboard/conversations"),
            "/dashboard/assets/**", List.of("/dashboard/assets/index-abc123.js"),
            "route clerk", List.of("/api/webhooks/clerk"),
            "route webhooks", List.of("/api/webhooks/twilio"));

    /// What a service is asked for whoever comes: what the gateway tells anybody, and what proves itself.
    private static final Set<String> ASKED_FOR_ANYBODY =
            Set.of("GET /api/openapi.json HTTP/1.1", "GET /api/webhooks/clerk HTTP/1.1");

    /// What shows a workspace, and addresses of it to try.
    private static final Map<String, List<String>> FOR_MEMBERS = Map.of(
            "/api/events", List.of("/api/events"),
            "/api/changes", List.of("/api/changes", "/api/changes?after=a.0.1&limit=500"),
            "route assistant", List.of("/api/assistant/try", "/api/assistant/activity/1"),
            "route conversations",
                    List.of(
                            "/api/conversations",
                            "/api/conversations/1/messages?limit=500",
                            ATTACHMENT,
                            "/api/channels"));

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping own;

    @Autowired
    @Qualifier("resourceHandlerMapping")
    private SimpleUrlHandlerMapping files;

    @Autowired
    private RouteLocator routes;

    private final TenantId camelia = TenantId.of(UUID.randomUUID());
    private final TenantId martin = TenantId.of(UUID.randomUUID());

    @BeforeEach
    void two_workspaces() {
        joins(camelia, SOPHIE);
        joins(martin, "paul");
        isKnownToBelong(camelia, SOPHIE);
        isKnownToBelong(martin, "paul");
        forget();
    }

    @AfterEach
    void no_service_was_asked_by_a_stranger() {
        assertThat(Stream.concat(conversation.heard().stream(), router.heard().stream())
                        .map(StubService.Asked::line)
                        .filter(it -> !ASKED_FOR_ANYBODY.contains(it)))
                .isEmpty();
    }

    @Test
    void every_route_is_tried_here() {
        var there = Stream.of(
                        own.getHandlerMethods().keySet().stream()
                                .flatMap(it -> it.getPatternsCondition().getPatterns().stream())
                                .map(Object::toString),
                        files.getUrlMap().keySet().stream(),
                        Objects.requireNonNull(routes.getRoutes()
                                        .map(Route::getId)
                                        .collectList()
                                        .block())
                                .stream()
                                .map(it -> "route " + it))
                .flatMap(it -> it)
                .collect(Collectors.toCollection(TreeSet::new));
        var tried = Stream.of(FOR_ANYBODY.keySet(), FOR_MEMBERS.keySet())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(there).isEqualTo(tried);
    }

    @Test
    void nobody_sees_anything() throws Exception {
        for (var path : addresses()) {
            assertThat(status(path, null, camelia.toString())).as(path).isEqualTo(401);
        }
    }

    @Test
    void a_token_that_is_none_opens_nothing() throws Exception {
        for (var token :
                tokens.forged(SOPHIE, "Sophie", "sophie@camelia.example").entrySet()) {
            for (var path : addresses()) {
                assertThat(status(path, token.getValue(), camelia.toString()))
                        .as(path + " with " + token.getKey())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void who_is_of_another_workspace_is_turned_away_whatever_they_choose() throws Exception {
        var paul = tokens.bearerFor("paul", "Paul", "paul@martin.example");
        var tricks = List.of(
                camelia.toString(),
                camelia.toString().toUpperCase(java.util.Locale.ROOT),
                martin + "," + camelia,
                camelia + "," + martin,
                "*",
                "null",
                UUID.randomUUID().toString());

        for (var workspace : tricks) {
            for (var path : addresses()) {
                assertThat(status(path, paul, workspace))
                        .as(path + " in " + workspace)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void who_names_two_workspaces_gets_into_none() throws Exception {
        for (var path : addresses()) {
            assertThat(status(path, sophiesToken(), camelia.toString(), martin.toString()))
                    .as(path)
                    .isEqualTo(403);
            assertThat(status(path, sophiesToken(), camelia.toString(), camelia.toString()))
                    .as(path)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_workspace_in_the_address_or_a_cookie_chooses_nothing() throws Exception {
        for (var path : List.of("/api/events", "/api/changes")) {
            assertThat(status(path + "?workspace=" + camelia + "&X-Accueil-Workspace=" + camelia, sophiesToken()))
                    .isEqualTo(403);
        }
    }

    @Test
    void who_has_left_is_turned_away_at_once_with_the_same_token() throws Exception {
        var token = sophiesToken();
        try (var tab = BrowserTab.open(port, token, camelia.toString(), null)) {
            assertThat(tab.response().statusCode()).isEqualTo(200);
            leaves(camelia, SOPHIE);
            await().until(tab::ended);

            for (var path : addresses()) {
                assertThat(status(path, token, camelia.toString())).as(path).isEqualTo(403);
            }
            happens(camelia, 1);
            assertThat(tab.heard()).isEmpty();
        }
    }

    @Test
    void what_anybody_may_see_is_the_same_for_all() throws Exception {
        for (var path : FOR_ANYBODY.values().stream().flatMap(List::stream).toList()) {
            assertThat(status(path, null)).as(path).isLessThan(400);
            assertThat(status(path, "nonsense", camelia.toString())).as(path).isLessThan(400);
        }
    }

    @Test
    void who_belongs_gets_in() throws Exception {
        for (var path : FOR_MEMBERS.entrySet()) {
            if (path.getKey().startsWith("route")) {
                for (var address : path.getValue()) {
                    assertThat(status(address, sophiesToken(), camelia.toString()))
                            .isEqualTo(200);
                }
            }
        }
        assertThat(status("/api/changes", sophiesToken(), camelia.toString())).isEqualTo(200);
        assertThat(status("/api/me", sophiesToken(), martin.toString())).isEqualTo(200);
        forget();
    }

    private static List<String> addresses() {
        return FOR_MEMBERS.values().stream().flatMap(List::stream).toList();
    }

    private void forget() {
        List.of(ingest, router, conversation).forEach(StubService::forget);
    }

    private int status(String path, @Nullable String token, String... workspaces)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        for (var workspace : workspaces) {
            request.header("X-Accueil-Workspace", workspace);
        }
        HttpResponse<java.io.InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }
}
