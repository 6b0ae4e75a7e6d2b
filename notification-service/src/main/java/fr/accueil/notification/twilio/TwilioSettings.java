package fr.accueil.notification.twilio;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param apiUrl where Twilio's API is instead of at Twilio (TWILIO_API_URL): scheme, host and port; empty: the real
/// one
/// @param connectTimeout to a connection, and for a free one of the pool
/// @param responseTimeout without a byte from Twilio
/// @param typingTimeout for "typing…", everything included
/// @param lookupTimeout for one look into the message list, everything included
/// @param connections at most, to all of Twilio
/// @param statusCallback our public address for status callbacks
@Validated
@ConfigurationProperties("accueil.twilio")
record TwilioSettings(
        @Nullable URI apiUrl,
        @DefaultValue("2s") @DurationMin(millis = 50) Duration connectTimeout,
        @DefaultValue("8s") @DurationMin(millis = 50) Duration responseTimeout,
        @DefaultValue("2s") @DurationMin(millis = 50) Duration typingTimeout,
        @DefaultValue("10s") @DurationMin(millis = 50) Duration lookupTimeout,
        @DefaultValue("96") @Min(1) @Max(1000) int connections,
        @NotNull URI statusCallback) {

    /// An address that is not understood must not mean the real Twilio.
    @AssertTrue(message = "api-url (TWILIO_API_URL) must be empty or http(s)://host[:port]")
    boolean isApiUrlUnderstood() {
        return apiUrl == null || apiUrl.toString().isEmpty() || isWeb(apiUrl);
    }

    @AssertTrue(message = "status-callback (from ACCUEIL_PUBLIC_URL) must be http(s)://host[:port]/path")
    boolean isStatusCallbackUnderstood() {
        return isWeb(statusCallback);
    }

    private static boolean isWeb(URI url) {
        return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }
}
