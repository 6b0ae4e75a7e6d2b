package fr.accueil.signin;

import static fr.accueil.signin.Browser.claims;
import static fr.accueil.signin.Browser.form;
import static fr.accueil.signin.Browser.target;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningUpTest {

    @TempDir
    Path home;

    @Test
    void nadia_signs_up_and_goes_straight_on_to_the_dashboard() {
        try (var provider = RunningProvider.in(home)) {
            var browser = provider.browser();
            browser.askForCode();

            var onwards = target(signUpNadia(browser));

            var callback = target(browser.get(onwards));
            assertThat(callback).startsWith(Browser.CALLBACK);
            var token = browser.tokensFor(Browser.codeIn(callback))
                    .path("access_token")
                    .asString();
            assertThat(claims(token).path("name").asString()).isEqualTo("Nadia Benali");
            assertThat(claims(token).path("email").asString()).isEqualTo("nadia@exemple.fr");
        }
    }

    @Test
    void what_is_wrong_is_said_beside_the_field() {
        try (var provider = RunningProvider.in(home)) {
            var browser = provider.browser();

            var page = browser.submit("/sign-up", "name", " ", "email", "nadia", "password", "short");
            var taken = browser.submit(
                    "/sign-up", "name", "Sophie", "email", "SOPHIE@camelia.example", "password", "long enough");

            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.body())
                    .contains("Dites-nous comment vous vous appelez.")
                    .contains("Cette adresse e-mail ne semble pas complète.")
                    .contains("Choisissez au moins 10 caractères.")
                    .doesNotContain("value=\"short\"");
            assertThat(taken.body()).contains("Un compte existe déjà avec cette adresse");
            assertThat(browser.submit("/sign-up", "name", "N", "email", "n@exemple.fr", "password", "é".repeat(40))
                            .body())
                    .contains("Ce mot de passe est trop long");
        }
    }

    @Test
    void a_restart_keeps_people_keys_and_who_was_signed_in() throws IOException {
        String signedBefore;
        String idTokenBefore;
        Browser nadia;
        try (var provider = RunningProvider.in(home)) {
            nadia = provider.browser();
            signUpNadia(nadia);
            var tokens = nadia.tokensFor(Browser.codeIn(nadia.askForCode()));
            signedBefore = tokens.path("access_token").asString();
            idTokenBefore = tokens.path("id_token").asString();
        }
        cutTheLastLineShort();

        try (var provider = RunningProvider.in(home)) {
            var browser = new Browser(provider.browser().provider(), nadia.cookies(), nadia.http());
            assertThat(browser.get("/userinfo", "Authorization", "Bearer " + signedBefore)
                            .statusCode())
                    .as("the session that the token came from is forgotten, its signature is not")
                    .isEqualTo(401);
            assertThat(browser.get("/oauth2/jwks").body()).contains(keyId(signedBefore));
            var token = browser.tokensFor(Browser.codeIn(browser.askForCode("prompt", "none")));
            assertThat(claims(token.path("access_token").asString()).path("sub"))
                    .isEqualTo(claims(signedBefore).path("sub"));
            assertThat(target(provider.browser().signIn("nadia@exemple.fr", "mot de passe long")))
                    .endsWith("/dashboard");
            assertThat(target(browser.get("/connect/logout?"
                            + form(
                                    "id_token_hint",
                                    idTokenBefore,
                                    "post_logout_redirect_uri",
                                    RunningProvider.DASHBOARD + "/dashboard"))))
                    .isEqualTo(RunningProvider.DASHBOARD + "/dashboard");
            assertThat(target(browser.askForCode())).endsWith("/sign-in");
        }
    }

    @Test
    void secrets_are_for_their_owner_alone() throws IOException {
        try (var _ = RunningProvider.in(home)) {
            for (var secret : new String[] {"signing-keys.json", "remember-me.key"}) {
                var permissions =
                        Files.getPosixFilePermissions(home.resolve("sign-in").resolve(secret));
                assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
            }
        }
    }

    private void cutTheLastLineShort() throws IOException {
        Files.writeString(
                home.resolve("sign-in").resolve("people.jsonl"),
                "\n{\"subject\":\"cut short by a kil",
                StandardOpenOption.APPEND);
    }

    private static HttpResponse<String> signUpNadia(Browser browser) {
        return browser.submit(
                "/sign-up", "name", "Nadia Benali", "email", "nadia@exemple.fr", "password", "mot de passe long");
    }

    private static String keyId(String jwt) {
        var header = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[0]), StandardCharsets.UTF_8);
        return Browser.JSON.readTree(header).path("kid").asString();
    }
}
