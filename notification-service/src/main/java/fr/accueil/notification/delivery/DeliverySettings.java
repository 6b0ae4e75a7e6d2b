package fr.accueil.notification.delivery;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param concurrency conversations that are sent to at once; a slow recipient holds one of them
/// @param callTimeout for one call, everything included
/// @param lookUpAfterAnswer how long the provider's list may lag behind a call that ended without a clear answer
/// @param lookUpAfterSilence how long after its timeout a call of which nothing was heard may still be under way there
/// @param firstPause before the first retry; doubled each time
/// @param longestPause between two retries
/// @param queuePatience how long the messages behind one that waits for a retry wait with it
/// @param giveUpAfter no retry later than this after the first attempt
/// @param longestWait between two tries where the provider makes everybody wait (a sender's limit, an account's)
/// @param giveUpWaiting no try later than this then
/// @param looks how often the provider's list must not show a call before it is believed to be lost
/// @param lookAgain between two looks
/// @param orderPatience how long the next message waits until the phone has the one before it: WhatsApp does not
///     promise to keep the order of two that are under way together
/// @param tenantConcurrency of them of one business
@Validated
@ConfigurationProperties("accueil.delivery")
record DeliverySettings(
        @DefaultValue("64") @Min(1) @Max(500) int concurrency,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration callTimeout,
        @DefaultValue("3s") @DurationMin(millis = 0) Duration lookUpAfterAnswer,
        @DefaultValue("10s") @DurationMin(millis = 0) Duration lookUpAfterSilence,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration firstPause,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration longestPause,
        @DefaultValue("2m") @DurationMin(millis = 1) Duration queuePatience,
        @DefaultValue("15m") @DurationMin(millis = 1) Duration giveUpAfter,
        @DefaultValue("10m") @DurationMin(millis = 1) Duration longestWait,
        @DefaultValue("4h") @DurationMin(millis = 1) Duration giveUpWaiting,
        @DefaultValue("2") @Min(1) @Max(10) int looks,
        @DefaultValue("5s") @DurationMin(millis = 0) Duration lookAgain,
        @DefaultValue("3s") @DurationMin(millis = 0) Duration orderPatience,
        @DefaultValue("32") @Min(1) @Max(500) int tenantConcurrency) {

    @AssertTrue(message = "first-pause must not be longer than longest-pause")
    boolean isGrowing() {
        return firstPause.compareTo(longestPause) <= 0;
    }

    @AssertTrue(
            message = "tenant-concurrency (ACCUEIL_SEND_TENANT_CONCURRENCY) must be at most concurrency"
                    + " (ACCUEIL_SEND_CONCURRENCY)")
    boolean isShared() {
        return tenantConcurrency <= concurrency;
    }
}
