package fr.accueil.ingest.twilio;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl the address that Twilio is configured with, up to the path (ACCUEIL_PUBLIC_URL); signatures are
///     checked against it and never against what a proxy makes of the request
/// @param largestBody Twilio's webhooks have under 10 KB; what this lets in must fit into a Kafka record of 1 MB, with
///     every character escaped in JSON, twice
/// @param bodyPatience how long the whole body may take to arrive
/// @param answerPatience after which a webhook that was read is answered 503; Twilio waits 4 s
/// @param roomForBodies how many bytes of bodies may be in this process at once
/// @param failuresPerMinute how many wrong signatures of one address are answered 403 and looked into; what comes above
///     is answered 429. A right signature is always taken
/// @param trustedProxies how many proxies of ours stand between Twilio and this process, each adding to
///     `X-Forwarded-For`
@Validated
@ConfigurationProperties("accueil.ingest")
record IngestSettings(
        @NotNull URI publicUrl,
        @DefaultValue("64KB") DataSize largestBody,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration bodyPatience,

        @DefaultValue("3500ms") @DurationMin(millis = 100) @DurationMax(millis = 3_900)
        Duration answerPatience,

        @DefaultValue("32MB") DataSize roomForBodies,
        @DefaultValue("60") @Min(1) int failuresPerMinute,
        @DefaultValue("0") @Min(0) @Max(10) int trustedProxies) {

    @AssertTrue(message = "ACCUEIL_PUBLIC_URL must be an http or https address with a host, without query or fragment")
    boolean isPublicUrlUsable() {
        return publicUrl.getScheme() != null
                && publicUrl.getScheme().matches("(?i)https?")
                && publicUrl.getRawAuthority() != null
                && publicUrl.getRawQuery() == null
                && publicUrl.getRawFragment() == null;
    }
}
