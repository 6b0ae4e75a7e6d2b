package fr.accueil.ingest.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com, https://hooks.example.com",
        "https://hooks.example.com/, https://hooks.example.com",
        "https://Hooks.Example.com:8443, https://Hooks.Example.com:8443",
        "https://user:pass@hooks.example.com, https://hooks.example.com",
        "https://example.com/accueil/, https://example.com/accueil"
    })
    void the_configured_part_stays_letter_by_letter_but_for_user_and_password(String configured, String expected) {
        assertThat(address(configured, "http://10.0.0.7:8081/api/webhooks/twilio"))
                .isEqualTo(expected + "/api/webhooks/twilio");
    }

    @Test
    void path_and_query_stay_as_they_came() {
        assertThat(address(
                        "https://hooks.example.com", "http://localhost:8081/api/webhooks/twilio/?a=%2f%2F+b&c=%27'&"))
                .isEqualTo("https://hooks.example.com/api/webhooks/twilio/?a=%2f%2F+b&c=%27'&");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hooks.example.com", "ftp://hooks.example.com", "https://x?y=1", "https://x#rc=3", "https:///x"})
    void an_address_that_nobody_could_sign_is_a_misconfiguration(String configured) {
        assertThat(settings(configured).isPublicUrlUsable()).isFalse();
    }

    private static String address(String configured, String request) {
        return new PublicAddress(settings(configured)).of(URI.create(request));
    }

    private static IngestSettings settings(String publicUrl) {
        return TestSettings.withPublicUrl(publicUrl);
    }
}
