package fr.accueil.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.events.TenantId;
import fr.accueil.gateway.GatewayApplication;
import fr.accueil.gateway.testing.BrowserTab;
import fr.accueil.gateway.testing.BrowserTab.Heard;
import fr.accueil.gateway.testing.RunningGateway;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.core.env.Environment;

class LiveFeedTest extends RunningGateway {

    @Autowired
    private Environment environment;

    @Test
    void a_browser_hears_its_own_workspace_alone() throws Exception {
        var camelia = sophiesWorkspace();
        var martin = TenantId.of(UUID.randomUUID());
        try (var tab = open(camelia, null)) {
            happens(martin, 1);
            var change = happens(camelia, 2);
            happens(martin, 3);
            var another = happens(camelia, 4);

            await().untilAsserted(() -> assertThat(tab.changes()).containsExactly(change, another));
            assertThat(tab.heard()).allMatch(it -> it.id().matches("[\\w-]+\\.\\d+\\.\\d+"));
        }
    }

    @Test
    void a_stream_may_not_be_stored_or_changed_on_its_way() throws Exception {
        try (var tab = open(sophiesWorkspace(), null)) {
            var headers = tab.response().headers();

            assertThat(headers.firstValue("content-type")).hasValue("text/event-stream");
            assertThat(headers.firstValue("cache-control")).hasValue("no-cache, no-transform");
            assertThat(headers.firstValue("x-accel-buffering")).hasValue("no");
        }
    }

    @Test
    void a_quiet_stream_shows_at_once_and_again_that_it_lives() throws Exception {
        try (var tab = open(sophiesWorkspace(), null)) {
            await().until(() -> tab.comments().size() >= 3);
            assertThat(tab.comments()).startsWith("bonjour", "heartbeat", "heartbeat");
            assertThat(tab.heard()).isEmpty();
        }
    }

    @Test
    void a_browser_that_comes_back_hears_what_it_missed_once_and_in_order() throws Exception {
        var camelia = sophiesWorkspace();
        var lastId = lastIdAfter(camelia, 1);
        var missed =
                LongStream.range(2, 12).mapToObj(it -> happens(camelia, it)).toList();

        try (var tab = open(camelia, lastId)) {
            var next = happens(camelia, 12);

            await().until(() -> tab.changes().contains(next));
            assertThat(tab.changes().subList(0, 10)).isEqualTo(missed);
            assertThat(tab.changes()).hasSize(11);
        }
    }

    @Test
    void another_gateway_resumes_what_this_one_began() throws Exception {
        var camelia = sophiesWorkspace();
        var lastId = lastIdAfter(camelia, 1);
        var missed = List.of(happens(camelia, 2), happens(camelia, 3));

        try (var another = anotherGateway();
                var tab = openOnceReady(another, camelia, lastId)) {
            await().until(() -> tab.changes().size() >= 2);
            var next = happens(camelia, 4);

            await().until(() -> tab.changes().contains(next));
            assertThat(tab.changes()).containsExactly(missed.get(0), missed.get(1), next);
        }
    }

    @Test
    void a_gateway_that_goes_lets_its_browsers_go_at_once() throws Exception {
        var camelia = sophiesWorkspace();
        try (var another = anotherGateway()) {
            var tab = openOnceReady(another, camelia, null);
            await().until(() -> !tab.comments().isEmpty());

            another.close();

            assertThat(tab.ended()).isTrue();
        }
    }

    @Test
    void a_foreign_id_is_answered_with_one_resync_and_then_live() throws Exception {
        var camelia = sophiesWorkspace();
        for (var foreign : List.of("elsewhere.0.3", "what?", lastIdAfter(sophiesWorkspaceElsewhere(camelia), 1))) {
            try (var tab = open(camelia, foreign)) {
                await().until(() -> !tab.heard().isEmpty());
                var change = happens(camelia, 7);

                await().until(() -> tab.changes().contains(change));
                assertThat(tab.heard()).extracting(Heard::event).containsExactly("resync", "change");
                assertThat(tab.heard().getFirst().data()).isEqualTo("{}");
            }
        }
    }

    @Test
    void an_id_that_nobody_has_reached_is_answered_with_a_resync() throws Exception {
        var camelia = sophiesWorkspace();
        var position = Position.parse(lastIdAfter(camelia, 1)).orElseThrow();
        var ahead = new Position(position.epoch(), position.partition(), position.offset() + 1000);

        try (var tab = open(camelia, ahead.toString())) {
            await().untilAsserted(() ->
                    assertThat(tab.heard()).extracting(Heard::event).containsExactly("resync"));
        }
    }

    @Test
    void the_id_of_a_resync_can_be_resumed_from() throws Exception {
        var camelia = sophiesWorkspace();
        lastIdAfter(camelia, 1);
        try (var tab = open(camelia, "elsewhere.0.3")) {
            await().until(() -> !tab.heard().isEmpty());
            var change = happens(camelia, 2);
            try (var again = open(camelia, tab.heard().getFirst().id())) {
                await().until(() -> !again.heard().isEmpty());
                assertThat(again.changes()).containsExactly(change);
            }
        }
    }

    @Test
    void an_id_whose_successors_are_forgotten_is_answered_with_a_resync() throws Exception {
        var camelia = sophiesWorkspace();
        var old = lastIdAfter(camelia, 1);
        LongStream.range(2, 110).forEach(it -> happens(camelia, it));

        await().untilAsserted(() -> {
            try (var tab = open(camelia, old)) {
                await().until(() -> !tab.heard().isEmpty());
                assertThat(tab.heard().getFirst().event()).isEqualTo("resync");
            }
        });
    }

    @Test
    void a_stream_ends_with_its_token() throws Exception {
        var camelia = sophiesWorkspace();
        open(camelia, null).close();
        var brief = tokens.bearerFor(SOPHIE, "Sophie", "sophie@camelia.example", Duration.ofSeconds(3));

        try (var tab = BrowserTab.open(port, brief, camelia.toString(), null)) {
            assertThat(tab.response().statusCode()).isEqualTo(200);
            await().until(() -> !tab.comments().isEmpty());
            assertThat(tab.ended()).isFalse();
            await().until(tab::ended);
        }
        try (var tab = BrowserTab.open(port, brief, camelia.toString(), null)) {
            assertThat(tab.response().statusCode()).isEqualTo(401);
        }
    }

    @Test
    void a_stream_ends_when_its_person_leaves_the_team() throws Exception {
        var camelia = sophiesWorkspace();
        try (var tab = open(camelia, null)) {
            leaves(camelia, SOPHIE);

            await().until(tab::ended);
            happens(camelia, 1);
            assertThat(tab.heard()).isEmpty();
        }
        try (var tab = sophiesTab(camelia, null)) {
            assertThat(tab.response().statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_workspace_of_others_is_refused_and_so_is_none() throws Exception {
        var martin = TenantId.of(UUID.randomUUID());
        joins(martin, "paul");
        for (var workspace : java.util.Arrays.asList(martin.toString(), "no uuid", "", null)) {
            try (var tab = BrowserTab.open(port, sophiesToken(), workspace, null)) {
                assertThat(tab.response().statusCode()).isEqualTo(403);
                assertThat(tab.response().headers().firstValue("content-type")).hasValue("application/problem+json");
            }
        }
    }

    /// Opens once the gateway has heard that Sophie is a member.
    private BrowserTab open(TenantId workspace, @org.jspecify.annotations.Nullable String lastId) throws Exception {
        await().until(() -> knows(port, workspace));
        return sophiesTab(workspace, lastId);
    }

    /// A gateway that has just started answers 503 until it has read back what it missed; traffic reaches it later.
    private BrowserTab openOnceReady(
            ReactiveWebServerApplicationContext gateway,
            TenantId workspace,
            @org.jspecify.annotations.Nullable String lastId)
            throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(() -> knows(portOf(gateway), workspace));
        return BrowserTab.open(portOf(gateway), sophiesToken(), workspace.toString(), lastId);
    }

    private boolean knows(int gateway, TenantId workspace) throws Exception {
        try (var tab = BrowserTab.open(gateway, sophiesToken(), workspace.toString(), null)) {
            return tab.response().statusCode() == 200;
        }
    }

    private String lastIdAfter(TenantId workspace, long number) throws Exception {
        try (var tab = open(workspace, null)) {
            happens(workspace, number);
            await().until(() -> !tab.heard().isEmpty());
            return tab.lastId();
        }
    }

    /// One whose changes lie in another partition.
    private TenantId sophiesWorkspaceElsewhere(TenantId workspace) {
        var topic = new Coverage("any", new long[12]);
        while (true) {
            var other = TenantId.of(UUID.randomUUID());
            if (topic.partitionOf(other) != topic.partitionOf(workspace)) {
                joins(other, SOPHIE);
                return other;
            }
        }
    }

    private ReactiveWebServerApplicationContext anotherGateway() {
        return (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(GatewayApplication.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--KAFKA_BOOTSTRAP_SERVERS=" + environment.getRequiredProperty("KAFKA_BOOTSTRAP_SERVERS"),
                        "--OIDC_ISSUER=" + environment.getRequiredProperty("OIDC_ISSUER"),
                        "--ACCUEIL_SECRET_KEY=" + environment.getRequiredProperty("ACCUEIL_SECRET_KEY"));
    }

    private static int portOf(ReactiveWebServerApplicationContext gateway) {
        return java.util.Objects.requireNonNull(gateway.getWebServer()).getPort();
    }
}
