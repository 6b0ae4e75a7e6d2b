package fr.accueil.ingest.publishing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param patience after which a webhook is answered 503. Twilio waits 4 s (`rt=4000` in the address that it is given),
///     and the producer gives up earlier still, so that the answer tells what happened
@Validated
@ConfigurationProperties("accueil.ingest.publishing")
record PublishingSettings(
        @DefaultValue("2500ms") @NotNull @DurationMin(millis = 100) @DurationMax(millis = 3_900)
        Duration patience) {}
