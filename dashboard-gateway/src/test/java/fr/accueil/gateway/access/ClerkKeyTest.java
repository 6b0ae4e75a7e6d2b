package fr.accueil.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.accueil.platform.access.OidcSettings;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ClerkKeyTest {

    private static final String KEY = "pk_live_" + base64("clerk.accueil.example$");

    @Test
    void the_key_says_where_the_frontend_api_is() {
        assertThat(ClerkKey.of(KEY).frontendApi()).isEqualTo("clerk.accueil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sk_live_abc", "pk_live_x", "pk_live_====", "pk_live_Y2xlcms=", "pk_live_PHNjcmlwdD4k", "clerk"})
    void what_is_no_publishable_key_is_refused_without_being_repeated(String wrong) {
        assertThatThrownBy(() -> ClerkKey.of(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CLERK_PUBLISHABLE_KEY")
                .hasMessageNotContaining(wrong);
    }

    @Test
    void the_dashboard_learns_the_key_where_clerk_signs_people_in() {
        var config = new ClientConfigController(issuer("https://clerk.accueil.example"), settings(KEY)).clientConfig();

        assertThat(JsonMapper.shared()
                        .valueToTree(config)
                        .path("clerkPublishableKey")
                        .asString())
                .isEqualTo(KEY);
    }

    @Test
    void a_key_of_another_clerk_than_the_issuer_does_not_start() {
        var other = issuer("https://clerk.other.example");

        assertThatThrownBy(() -> new ClientConfigController(other, settings(KEY)))
                .hasMessageContaining("https://clerk.accueil.example")
                .hasMessageContaining("https://clerk.other.example");
    }

    private static SignInSettings settings(String key) {
        return new SignInSettings("accueil-dashboard", "openid", key);
    }

    private static OidcSettings issuer(String address) {
        return new OidcSettings(URI.create(address), "", List.of("https://app.accueil.example"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
