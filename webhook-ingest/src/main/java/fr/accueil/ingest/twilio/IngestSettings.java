package fr.accueil.ingest.twilio;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address that Twilio is configured with, up to the path (ACCUEIL_PUBLIC_URL); signatures are
///     checked against it and never against what a proxy makes of the request
/// @param largestBody Twilio's webhooks have under 10 KB
/// @param bodyPatience how long the whole body may take to arrive
@Validated
@ConfigurationProperties("accueil.ingest")
record IngestSettings(
        @NotNull URI publicUrl,
        @DefaultValue("256KB") DataSize largestBody,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration bodyPatience) {

    @AssertTrue(message = "ACCUEIL_PUBLIC_URL must be an http or https address with a host, without query or fragment")
    boolean isPublicUrlUsable() {
        return publicUrl.getScheme() != null
                && publicUrl.getScheme().matches("(?i)https?")
                && publicUrl.getRawAuthority() != null
                && publicUrl.getRawQuery() == null
                && publicUrl.getRawFragment() == null;
    }
}
