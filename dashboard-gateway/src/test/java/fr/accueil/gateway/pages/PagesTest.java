package fr.accueil.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.accueil.gateway.testing.RunningGateway;
import fr.accueil.gateway.testing.Wires;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

class PagesTest extends RunningGateway {

    @Autowired
    private Environment environment;

    @Test
    void the_root_goes_to_the_dashboard() {
        http().get().uri("/").exchange().expectStatus().isFound().expectHeader().location("/dashboard/conversations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard",
                "/dashboard/",
                "/dashboard/conversations",
                "/dashboard/conversations/93a3736e-9d24-5371-884d-943433cdf9b1",
                "/dashboard/signed-in?code=a.b&state=c",
                "/onboarding",
                "/onboarding/2",
            })
    void every_address_of_the_app_is_its_one_page_and_asked_for_again_each_time(String address) {
        http().get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectHeader()
                .exists(HttpHeaders.ETAG)
                .expectHeader()
                .doesNotExist(HttpHeaders.LAST_MODIFIED)
                .expectBody(String.class)
                .value(it -> assertThat(it).contains("<div id=\"root\">"));
    }

    @Test
    void an_unchanged_page_is_not_sent_again() {
        var tag = http().get()
                .uri("/dashboard/conversations")
                .exchange()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();

        http().get()
                .uri("/dashboard/conversations")
                .header(HttpHeaders.IF_NONE_MATCH, Objects.requireNonNull(tag))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void a_file_whose_name_holds_its_hash_is_kept_for_ever() {
        http().get()
                .uri("/dashboard/assets/index-abc123.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.valueOf("text/javascript"))
                .expectHeader()
                .doesNotExist(HttpHeaders.CONTENT_ENCODING)
                .expectBody(String.class)
                .value(it -> assertThat(it).startsWith("console.log"));
    }

    @Test
    void what_was_compressed_when_it_was_built_is_sent_so() throws Exception {
        var answer = Wires.exchange(
                port,
                "GET /dashboard/assets/index-abc123.js HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("content-encoding: gzip")
                .containsIgnoringCase("vary: accept-encoding")
                .containsIgnoringCase("cache-control: max-age=31536000, public, immutable")
                .hasSizeLessThan(1500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/dashboard/assets/gone-123.js", "/dashboard/gone.svg", "/gone", "/static/dashboard/index.html"})
    void what_is_not_there_is_not_found(String address) {
        http().get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Introuvable");
    }

    @Test
    void other_files_are_asked_for_again_each_time() {
        http().get()
                .uri("/dashboard/mark.svg")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @Test
    void a_page_may_only_do_what_the_dashboard_does() {
        var issuer = environment.getRequiredProperty("OIDC_ISSUER");
        http().get()
                .uri("/dashboard/conversations")
                .exchange()
                .expectHeader()
                .valueEquals(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self' %1$s; form-action 'self' %1$s; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
                                .formatted(issuer))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .exists("Permissions-Policy")
                .expectHeader()
                .doesNotExist("Strict-Transport-Security");
    }

    @Test
    void nobody_writes_to_a_page() {
        http().post().uri("/dashboard/conversations").exchange().expectStatus().is4xxClientError();
    }
}
