package fr.accueil.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import fr.accueil.gateway.testing.RunningGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class ChangesByPollingTest extends RunningGateway {

    @Test
    void the_first_call_says_where_the_feed_stands_and_nothing_more() {
        var camelia = workspace();
        happens(camelia, 1);
        await().until(() -> !items(page(camelia, startOf(camelia), 500)).isEmpty());

        var first = page(camelia, null, 100);

        assertThat(items(first)).isEmpty();
        assertThat(items(page(camelia, first.path("next").stringValue(), 100))).isEmpty();
    }

    @Test
    void what_happens_comes_page_by_page_once_and_in_order() {
        var camelia = workspace();
        var after = page(camelia, null, 100).path("next").stringValue();
        var happened =
                LongStream.range(0, 25).mapToObj(it -> happens(camelia, it)).toList();
        await().until(() -> items(page(camelia, after, 500)).size() == 25);

        var read = new ArrayList<String>();
        var next = after;
        for (var page = page(camelia, next, 10); !items(page).isEmpty(); page = page(camelia, next, 10)) {
            assertThat(items(page).size()).isLessThanOrEqualTo(10);
            read.addAll(items(page));
            next = page.path("next").stringValue();
        }

        assertThat(read).isEqualTo(happened);
    }

    @Test
    void a_stream_goes_on_where_polling_stopped() throws Exception {
        var camelia = workspace();
        var after = page(camelia, null, 100).path("next").stringValue();
        var change = happens(camelia, 1);

        try (var tab = sophiesTab(camelia, after)) {
            await().until(() -> tab.changes().contains(change));
            assertThat(tab.heard()).hasSize(1);
        }
    }

    @Test
    void what_cannot_be_resumed_is_gone() {
        var camelia = workspace();
        var start = Position.parse(page(camelia, null, 1).path("next").stringValue())
                .orElseThrow();
        var ahead = new Position(start.epoch(), start.partition(), start.offset() + 10_000);

        for (var after : List.of("elsewhere.0.1", "what?", ahead.toString())) {
            ask(camelia, after, 100)
                    .expectStatus()
                    .isEqualTo(HttpStatus.GONE)
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.title")
                    .isEqualTo("Reprise impossible");
        }
    }

    @Test
    void a_silly_limit_is_no_error() {
        var camelia = workspace();
        for (var limit : List.of(-1, 0, 100_000)) {
            ask(camelia, null, limit).expectStatus().isOk();
        }
    }

    private TenantId workspace() {
        var tenant = sophiesWorkspace();
        await().until(() -> ask(tenant, null, 1).returnResult().getStatus().is2xxSuccessful());
        return tenant;
    }

    private String startOf(TenantId workspace) {
        var now = Position.parse(page(workspace, null, 1).path("next").stringValue())
                .orElseThrow();
        return new Position(now.epoch(), now.partition(), -1).toString();
    }

    private ResponseSpec ask(TenantId workspace, @Nullable String after, int limit) {
        return http().get()
                .uri(it -> {
                    it.path("/api/changes").queryParam("limit", limit);
                    return after == null
                            ? it.build()
                            : it.queryParam("after", "{after}").build(after);
                })
                .header("Authorization", "Bearer " + sophiesToken())
                .header("X-Accueil-Workspace", workspace.toString())
                .exchange();
    }

    private JsonNode page(TenantId workspace, @Nullable String after, int limit) {
        var body = ask(workspace, after, limit)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Wire.json().readTree(String.valueOf(body));
    }

    private static List<String> items(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(it -> it.path("envelope").toString())
                .toList();
    }
}
