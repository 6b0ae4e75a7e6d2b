package fr.accueil.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.gateway.access.SignInSettings;
import fr.accueil.platform.access.OidcSettings;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class SecurityHeadersTest {

    @Test
    void a_browser_that_came_by_https_stays_with_it() {
        assertThat(headersOf("https://accueil.example", "/dashboard").getFirst("Strict-Transport-Security"))
                .startsWith("max-age=31536000");
        assertThat(headersOf("http://localhost:8080", "/dashboard").getFirst("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void only_the_origin_of_the_issuer_is_allowed_and_those_that_are_named() {
        assertThat(headersOf("https://accueil.example", "/dashboard").getFirst("Content-Security-Policy"))
                .contains("connect-src 'self' https://id.example https://api.id.example;");
    }

    @Test
    void only_pictures_sound_and_film_may_come_from_a_blob() {
        var policy = String.valueOf(
                headersOf("https://accueil.example", "/dashboard").getFirst("Content-Security-Policy"));

        assertThat(policy.split("; "))
                .filteredOn(it -> it.contains("blob:"))
                .containsExactlyInAnyOrder("img-src 'self' data: blob:", "media-src 'self' blob:");
    }

    @Test
    void clerk_may_keep_its_clock_in_a_worker_and_nobody_else_may() {
        var clerk = new SignInSettings("accueil-dashboard", "openid", "pk_live_Y2xlcmsuYWNjdWVpbC5leGFtcGxlJA==");

        assertThat(headersOf("https://accueil.example", "/dashboard", clerk).getFirst("Content-Security-Policy"))
                .endsWith("; worker-src 'self' blob:")
                .contains("script-src 'self';");
        assertThat(headersOf("https://accueil.example", "/dashboard").getFirst("Content-Security-Policy"))
                .doesNotContain("worker-src");
    }

    @Test
    void data_may_not_be_run_as_a_page() {
        assertThat(headersOf("https://accueil.example", "/api/me").getFirst("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void nothing_is_added_to_a_webhooks_answer() {
        assertThat(headersOf("https://accueil.example", "/api/webhooks/twilio").isEmpty())
                .isTrue();
    }

    private static HttpHeaders headersOf(String publicUrl, String path) {
        return headersOf(publicUrl, path, new SignInSettings("accueil-dashboard", "openid", ""));
    }

    private static HttpHeaders headersOf(String publicUrl, String path, SignInSettings signIn) {
        var headers = new SecurityHeaders(
                new PageSettings(URI.create(publicUrl), List.of("https://api.id.example")),
                new OidcSettings(URI.create("https://id.example/realms/accueil"), "accueil-api", List.of()),
                signIn);
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        headers.filter(exchange, it -> it.getResponse().setComplete()).block();
        return exchange.getResponse().getHeaders();
    }
}
