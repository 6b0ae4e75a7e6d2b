package fr.accueil.notification.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "http://localhost:8090", "https://twilio.example"})
    void another_address_may_be_given(String url) {
        assertThat(complaints(URI.create(url))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8090", "/twilio", "ftp://twilio.example"})
    void an_address_that_is_not_understood_is_not_taken_for_the_real_one(String url) {
        assertThat(complaints(URI.create(url))).contains("TWILIO_API_URL");
    }

    @Test
    void the_public_address_must_be_one() {
        var settings = settings(URI.create(""), URI.create("localhost/api/webhooks/twilio/status"));

        assertThat(complaints(settings)).contains("ACCUEIL_PUBLIC_URL");
    }

    private static String complaints(URI apiUrl) {
        return complaints(settings(apiUrl, URI.create("https://accueil.example/api/webhooks/twilio/status")));
    }

    private static String complaints(TwilioSettings settings) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var found = new StringBuilder();
            factory.getValidator().validate(settings).forEach(it -> found.append(it.getMessage()));
            return found.toString();
        }
    }

    private static TwilioSettings settings(URI apiUrl, URI callback) {
        return new TwilioSettings(
                apiUrl,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                callback);
    }
}
