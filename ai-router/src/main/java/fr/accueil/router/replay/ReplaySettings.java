package fr.accueil.router.replay;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param reach how far back questions are read again
/// @param atMost how many different ones, the latest
/// @param patience how long they are read for; what is not read by then is left out
/// @param waiting how many may wait while others are read
@Validated
@ConfigurationProperties("accueil.replay")
record ReplaySettings(
        @DefaultValue("28d") @DurationMin(days = 1) Duration reach,
        @DefaultValue("300") @Min(1) int atMost,
        @DefaultValue("10s") @DurationMin(millis = 10) Duration patience,
        @DefaultValue("20") @Min(1) int waiting) {}
