package fr.accueil.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.gateway.testing.RunningGateway;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class DoorTest extends RunningGateway {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/conversations",
                "/api/conversations/1/messages",
                "/api/assistant/try",
                "/api/events",
                "/api/changes",
                "/api/health/more",
                "/api/client-config/more",
                "/api/webhooksx",
                "/api/calendar/secret",
                "/api/calendar/s3cret.ics/more",
                "/api/calendar/more/s3cret.ics",
                "/api",
                "/api/",
                "/%61pi/me",
            })
    void nobody_gets_in_without_a_token(String path) {
        ask(path, null)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Connexion nécessaire");
    }

    @Test
    void a_token_that_is_broken_or_old_or_for_others_is_refused() {
        var old = tokens.bearerFor(SOPHIE, "Sophie", "sophie@camelia.example", Duration.ofMinutes(-5));
        var forOthers = tokens.bearerForAnotherAudience(SOPHIE, "Sophie", "sophie@camelia.example");
        var forged = sophiesToken().substring(0, sophiesToken().lastIndexOf('.')) + ".AAAA";

        for (var token : new String[] {"nonsense", old, forOthers, forged}) {
            ask("/api/me", token)
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueEquals("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        ask("/api/me", sophiesToken()).expectStatus().isOk();
    }

    @Test
    void a_token_in_the_address_is_not_even_looked_at() {
        ask("/api/me?access_token=" + sophiesToken(), null).expectStatus().isUnauthorized();
    }

    @Test
    void a_stale_token_does_no_harm_where_none_is_needed() {
        ask("/api/health", "nonsense").expectStatus().isOk();
        ask("/api/client-config", "nonsense").expectStatus().isOk();
        ask("/dashboard/conversations", "nonsense").expectStatus().isOk();
    }

    @Test
    void a_calendar_that_cannot_sign_in_gets_to_the_service_by_its_secret_address() throws InterruptedException {
        conversation.forget();

        ask("/api/calendar/s3cret.ics", null).expectStatus().isOk();

        assertThat(conversation.next().line()).isEqualTo("GET /api/calendar/s3cret.ics HTTP/1.1");
    }

    @Test
    void anybody_may_know_where_to_sign_in() {
        var body = ask("/api/client-config", null)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.clientId")
                .isEqualTo("accueil-dashboard")
                .jsonPath("$.scope")
                .isEqualTo("openid profile email")
                .jsonPath("$.length()")
                .isEqualTo(3)
                .jsonPath("$.authority")
                .value(it -> assertThat(it.toString()).startsWith("http://localhost:"));
        assertThat(body).isNotNull();
    }

    private ResponseSpec ask(String path, @org.jspecify.annotations.Nullable String token) {
        return http().get()
                .uri(java.net.URI.create("http://localhost:" + port + path))
                .headers(it -> {
                    if (token != null) {
                        it.setBearerAuth(token);
                    }
                })
                .exchange();
    }
}
