package fr.accueil.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How fast WhatsApp lets itself be called.
///
/// @param senderPerSecond from one of our numbers
/// @param accountPerSecond from one Twilio account, by all its numbers of one business
/// @param pairBurst messages that one customer may get in a row…
/// @param pairEvery …and then one in this time
@Validated
@ConfigurationProperties("accueil.pace")
record PaceSettings(
        @DefaultValue("80") @Min(1) @Max(10_000) int senderPerSecond,
        @DefaultValue("2000") @Min(1) @Max(100_000) int accountPerSecond,
        @DefaultValue("45") @Min(1) @Max(1_000) int pairBurst,
        @DefaultValue("6s") @DurationMin(millis = 1) Duration pairEvery) {

    Pace sender() {
        return Pace.perSecond(senderPerSecond);
    }

    Pace account() {
        return Pace.perSecond(accountPerSecond);
    }

    Pace pair() {
        return new Pace(pairEvery, pairBurst);
    }
}
