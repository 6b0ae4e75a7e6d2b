package fr.accueil.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.platform.testing.RowLevelSecurity;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// Every operation of the API against another tenant. One that is not in this list fails the first test.
class IsolationTest extends ServiceTest {

    private static final Map<String, String> OPERATIONS = Map.of(
            "GET /api/me", "",
            "GET /api/conversations", "",
            "GET /api/conversations/{id}", "",
            "GET /api/conversations/{id}/messages", "",
            "POST /api/conversations/{id}/messages", "{\"body\":\"Bonjour\"}",
            "POST /api/conversations/{id}/takeover", "",
            "POST /api/conversations/{id}/handback", "",
            "POST /api/conversations/{id}/read", "");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    RowLevelSecurity rowLevelSecurity;

    @Test
    void every_operation_is_tried() {
        var all = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternsCondition()
                                .getPatterns()
                                .forEach(path -> all.add(method + " " + path.getPatternString()))));
        all.removeIf(it -> !it.contains(" /api/") || it.contains("/api/openapi.json"));

        assertThat(all).containsExactlyInAnyOrderElementsOf(OPERATIONS.keySet());
    }

    @Test
    void without_a_token_nothing_is_answered() {
        var camelia = aSalon();
        OPERATIONS.forEach((operation, body) -> ask(
                        http.method(method(operation))
                                .uri(path(operation), camelia.marie().id())
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("X-Accueil-Workspace", camelia.id().toString()),
                        body)
                .expectStatus()
                .isUnauthorized());
    }

    @Test
    void a_workspace_that_is_not_ones_own_is_refused() {
        var camelia = aSalon();
        var martin = aSalon();
        camelia.marie().says("Bonjour");
        var before = camelia.marie().row();

        inWorkspace()
                .forEach(operation -> ask(
                                camelia.as(
                                        martin.sophie(),
                                        method(operation),
                                        path(operation),
                                        camelia.marie().id()),
                                OPERATIONS.get(operation))
                        .expectStatus()
                        .isForbidden()
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .expectBody()
                        .jsonPath("$.title")
                        .isEqualTo("Accès refusé"));
        assertThat(camelia.marie().row()).isEqualTo(before);
    }

    @Test
    void another_tenants_ids_are_not_found_in_ones_own_workspace() {
        var camelia = aSalon();
        var martin = aSalon();
        camelia.marie().says("Bonjour");
        var before = camelia.marie().row();

        inWorkspace()
                .filter(it -> it.contains("{id}"))
                .forEach(operation -> ask(
                                martin.asSophie(
                                        method(operation),
                                        path(operation),
                                        camelia.marie().id()),
                                OPERATIONS.get(operation))
                        .expectStatus()
                        .isNotFound()
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON));
        assertThat(camelia.marie().row()).isEqualTo(before);
    }

    @Test
    void lists_and_workspaces_are_ones_own_alone() {
        var camelia = aSalon();
        var martin = aSalon();
        camelia.marie().says("Bonjour");

        martin.asSophie(HttpMethod.GET, "/api/conversations")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        martin.asStranger(martin.sophie(), HttpMethod.GET, "/api/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.workspaces.length()")
                .isEqualTo(1)
                .jsonPath("$.workspaces[0].id")
                .isEqualTo(martin.id().toString());
    }

    @Test
    void a_workspace_that_is_not_named_or_is_no_id_is_a_bad_request() {
        var camelia = aSalon();
        inWorkspace().forEach(operation -> {
            var marie = camelia.marie().id();
            ask(
                            camelia.asStranger(camelia.sophie(), method(operation), path(operation), marie),
                            OPERATIONS.get(operation))
                    .expectStatus()
                    .isBadRequest();
            ask(
                            camelia.asStranger(camelia.sophie(), method(operation), path(operation), marie)
                                    .header("X-Accueil-Workspace", "' or 1=1"),
                            OPERATIONS.get(operation))
                    .expectStatus()
                    .isBadRequest();
        });
    }

    @Test
    void every_table_is_behind_row_level_security() {
        rowLevelSecurity.assertOnEveryTable("conversation");
    }

    private static Stream<String> inWorkspace() {
        return OPERATIONS.keySet().stream().filter(it -> !it.equals("GET /api/me"));
    }

    private static HttpMethod method(String operation) {
        return HttpMethod.valueOf(operation.substring(0, operation.indexOf(' ')));
    }

    private static String path(String operation) {
        return operation.substring(operation.indexOf(' ') + 1);
    }

    private static ResponseSpec ask(RequestBodySpec request, @org.jspecify.annotations.Nullable String body) {
        return (body == null || body.isEmpty() ? request : request.bodyValue(body)).exchange();
    }
}
