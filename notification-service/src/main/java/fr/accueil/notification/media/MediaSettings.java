package fr.accueil.notification.media;

import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param apiUrl where Twilio's API is instead of at Twilio (TWILIO_API_URL); its `/cdn/…` is then its storage
/// @param storageHosts where Twilio may send us on to, without credentials
/// @param largest that is kept
/// @param connectTimeout until a connection stands
/// @param silence without a byte
/// @param patience for one try, everything included
/// @param firstPause, longestPause between tries: each three times the one before
/// @param goneAfter answers that there is none, for this long, are believed
/// @param giveUpAfter since it was first asked for
/// @param concurrency fetched at once, in this process
@Validated
@ConfigurationProperties("accueil.media")
record MediaSettings(
        @Nullable URI apiUrl,

        @DefaultValue({"mms.twiliocdn.com", "media.twiliocdn.com", "s3-external-1.amazonaws.com"}) @NotEmpty
        List<String> storageHosts,

        @DefaultValue("16MB") DataSize largest,
        @DefaultValue("3s") @DurationMin(millis = 50) Duration connectTimeout,
        @DefaultValue("10s") @DurationMin(millis = 50) Duration silence,
        @DefaultValue("60s") @DurationMin(millis = 50) Duration patience,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration firstPause,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration longestPause,
        @DefaultValue("15m") @DurationMin(millis = 1) Duration goneAfter,
        @DefaultValue("6h") @DurationMin(millis = 1) Duration giveUpAfter,
        @DefaultValue("8") int concurrency) {

    boolean isSimulated() {
        return apiUrl != null && apiUrl.getHost() != null;
    }
}
