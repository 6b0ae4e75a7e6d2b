package fr.accueil.signin;

import static fr.accueil.signin.Browser.claims;
import static fr.accueil.signin.Browser.codeIn;
import static fr.accueil.signin.Browser.form;
import static fr.accueil.signin.Browser.query;
import static fr.accueil.signin.Browser.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real protocol over HTTP, as the dashboard, `curl` and a careless person speak it.
class SigningInTest {

    @TempDir
    static Path home;

    static RunningProvider provider;

    Browser browser;

    @BeforeAll
    static void start() {
        provider = RunningProvider.in(home);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = provider.browser();
    }

    @Test
    void sophie_signs_in_and_the_dashboard_gets_a_token_that_says_who_she_is() {
        assertThat(target(browser.askForCode())).endsWith("/sign-in");
        var back = target(browser.signIn("Sophie@Camelia.example ", "camelia-demo"));
        var callback = target(browser.get(back));
        assertThat(callback).startsWith(Browser.CALLBACK);
        assertThat(query(callback)).containsEntry("state", "here");

        var tokens = browser.tokensFor(codeIn(callback));
        var access = claims(tokens.path("access_token").asString());

        assertThat(access.path("iss").asString()).isEqualTo(RunningProvider.ISSUER);
        assertThat(access.path("aud").asString()).isEqualTo("accueil-api");
        assertThat(access.path("sub").asString()).isEqualTo(RunningProvider.SOPHIE);
        assertThat(access.path("name").asString()).isEqualTo("Sophie Camélia");
        assertThat(access.path("email").asString()).isEqualTo("sophie@camelia.example");
        assertThat(access.path("email_verified").asBoolean()).isTrue();
        assertThat(access.path("exp").asLong() - access.path("iat").asLong())
                .isEqualTo(Duration.ofMinutes(10).toSeconds());
        var id = claims(tokens.path("id_token").asString());
        assertThat(id.path("aud").asString()).isEqualTo("accueil-dashboard");
        assertThat(id.path("name").asString()).isEqualTo("Sophie Camélia");
    }

    @Test
    void what_the_browser_fetches_by_itself_does_not_lead_the_person_astray() {
        browser.askForCode();
        browser.get("/apple-touch-icon.png");

        assertThat(target(browser.signIn("sophie@camelia.example", "camelia-demo")))
                .contains("/oauth2/authorize");
    }

    @Test
    void the_person_can_be_asked_for_with_the_token() {
        var token = browser.tokensOf("sophie@camelia.example", "camelia-demo")
                .path("access_token")
                .asString();

        var person = Browser.JSON.readTree(provider.browser()
                .get("/userinfo", "Authorization", "Bearer " + token)
                .body());

        assertThat(person.path("sub").asString()).isEqualTo(RunningProvider.SOPHIE);
        assertThat(person.path("email").asString()).isEqualTo("sophie@camelia.example");
    }

    @Test
    void a_wrong_password_gets_a_sentence_and_keeps_the_address() {
        assertThat(target(browser.signIn("sophie@camelia.example", "wrong"))).endsWith("/sign-in?error");

        assertThat(browser.get("/sign-in?error").body())
                .contains("L’adresse e-mail ou le mot de passe ne correspond pas")
                .contains("value=\"sophie@camelia.example\"");
    }

    @Test
    void an_unknown_address_is_answered_like_a_wrong_password() {
        assertThat(target(browser.signIn("nobody@camelia.example", "camelia-demo")))
                .endsWith("/sign-in?error");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        var response = browser.post("/sign-in", form("email", "sophie@camelia.example", "password", "camelia-demo"));

        assertThat(target(response)).endsWith("/sign-in?expired");
        assertThat(target(browser.askForCode())).endsWith("/sign-in");
    }

    @Test
    void a_code_is_worth_nothing_without_its_verifier() {
        browser.signIn("sophie@camelia.example", "camelia-demo");
        var code = codeIn(browser.askForCode());

        var stolen = provider.browser()
                .post(
                        "/oauth2/token",
                        form(
                                "grant_type", "authorization_code",
                                "client_id", "accueil-dashboard",
                                "redirect_uri", Browser.CALLBACK,
                                "code", code,
                                "code_verifier", "a-guess-of-at-least-forty-three-characters-0123456789"));

        assertThat(stolen.statusCode()).isEqualTo(400);
        assertThat(stolen.body()).contains("invalid_grant");
    }

    @Test
    void a_client_without_pkce_is_refused() {
        var response = browser.get("/oauth2/authorize?"
                + form(
                        "response_type", "code",
                        "client_id", "accueil-dashboard",
                        "scope", "openid",
                        "redirect_uri", Browser.CALLBACK));

        assertThat(query(target(response))).containsEntry("error", "invalid_request");
    }

    @Test
    void nobody_is_sent_to_a_page_that_is_not_ours() {
        var response = browser.get("/oauth2/authorize?"
                + form(
                        "response_type", "code",
                        "client_id", "accueil-dashboard",
                        "scope", "openid",
                        "redirect_uri", "http://evil.example/signed-in"));

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void a_token_is_renewed_without_a_page_and_each_refresh_token_works_once() {
        var first = browser.tokensOf("sophie@camelia.example", "camelia-demo");
        var refreshToken = first.path("refresh_token").asString();

        var second = Browser.JSON.readTree(browser.refresh(refreshToken).body());

        assertThat(claims(second.path("access_token").asString()).path("sub").asString())
                .isEqualTo(RunningProvider.SOPHIE);
        assertThat(second.path("refresh_token").asString()).isNotEqualTo(refreshToken);
        assertThat(browser.refresh(refreshToken).statusCode()).isEqualTo(400);
        assertThat(browser.refresh(second.path("refresh_token").asString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void asking_silently_answers_at_once_whether_someone_is_signed_in_or_not() {
        assertThat(query(target(browser.askForCode("prompt", "none")))).containsEntry("error", "login_required");

        browser.signIn("sophie@camelia.example", "camelia-demo");

        assertThat(codeIn(browser.askForCode("prompt", "none"))).isNotBlank();
    }

    @Test
    void who_signs_out_is_asked_for_the_password_again() {
        var tokens = browser.tokensOf("sophie@camelia.example", "camelia-demo");

        var back = browser.get("/connect/logout?"
                + form(
                        "id_token_hint",
                        tokens.path("id_token").asString(),
                        "client_id",
                        "accueil-dashboard",
                        "post_logout_redirect_uri",
                        RunningProvider.DASHBOARD + "/dashboard"));

        assertThat(target(back)).isEqualTo(RunningProvider.DASHBOARD + "/dashboard");
        assertThat(target(browser.askForCode())).endsWith("/sign-in");
    }

    @Test
    void the_dashboard_may_read_the_protocol_from_its_own_origin_and_nobody_else() {
        for (var path :
                new String[] {"/oauth2/token", "/userinfo", "/oauth2/jwks", "/.well-known/openid-configuration"}) {
            assertThat(preflight(path, RunningProvider.DASHBOARD)).as(path).isEqualTo(RunningProvider.DASHBOARD);
            assertThat(preflight(path, "http://evil.example")).as(path).isEqualTo("nothing");
        }
    }

    @Test
    void the_page_comes_with_its_own_style_letters_and_mark() {
        var assets = Pattern.compile("(?:href=\"|url\\(')(/[a-z/.0-9-]+\\.[a-z0-9]+)");
        var page = browser.get("/sign-in").body() + browser.get("/style.css").body();

        assertThat(assets.matcher(page).results().map(it -> it.group(1)))
                .contains("/style.css", "/mark.svg", "/fonts/figtree-latin-wght-normal.woff2")
                .allSatisfy(
                        it -> assertThat(browser.get(it).statusCode()).as(it).isEqualTo(200));
    }

    @Test
    void a_page_that_is_not_there_says_so_in_french() {
        browser.signIn("sophie@camelia.example", "camelia-demo");

        assertThat(browser.get("/nowhere").body()).contains("Cette page n’existe pas");
    }

    private String preflight(String path, String origin) {
        return browser.send(HttpRequest.newBuilder(browser.address(path))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization")
                        .build())
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("nothing");
    }
}
