package fr.accueil.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.accueil.gateway.testing.RunningGateway;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HealthTest extends RunningGateway {

    @Test
    void anybody_may_know_what_is_up_and_what_is_not() {
        await().untilAsserted(() -> http().get()
                .uri("/api/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("degraded")
                .jsonPath("$.feed")
                .isEqualTo("live")
                .jsonPath("$.uptimeSeconds")
                .isNumber()
                .jsonPath("$.services['webhook-ingest']")
                .isEqualTo("up")
                .jsonPath("$.services['conversation-service']")
                .isEqualTo("up")
                .jsonPath("$.services['ai-router']")
                .isEqualTo("up")
                .jsonPath("$.services['notification-service']")
                .isEqualTo("down"));
    }

    @Test
    void it_answers_at_once_whatever_is_down() {
        http().get().uri("/api/health").exchange();
        var before = System.nanoTime();
        http().get().uri("/api/health").exchange().expectStatus().isOk();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void a_gateway_that_has_read_back_is_ready_though_a_service_is_down() {
        http().get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
    }

    @Test
    void the_feed_can_be_watched() {
        http().get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(it -> assertThat(it)
                        .contains("accueil_stream_browsers")
                        .contains("accueil_stream_kept_bytes")
                        .contains("accueil_stream_live"));
    }
}
