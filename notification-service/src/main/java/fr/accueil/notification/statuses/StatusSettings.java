package fr.accueil.notification.statuses;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param every how often it is looked whether something of a channel is to be asked for, give or take a tenth
/// @param settle what there was younger news of is left to its callbacks (Twilio repeats them for 15 s)
/// @param lookBack what was sent earlier is not asked for any more: the phone is off, or Twilio will never know
/// @param retry after a list that could not be read to the end
/// @param patience for one list
/// @param most attempts asked for at once
/// @param concurrency channels at once, in this process
@Validated
@ConfigurationProperties("accueil.statuses")
record StatusSettings(
        @DefaultValue("5m") @DurationMin(millis = 10) Duration every,
        @DefaultValue("20s") @DurationMin(millis = 0) Duration settle,
        @DefaultValue("48h") @DurationMin(minutes = 1) Duration lookBack,
        @DefaultValue("30s") @DurationMin(millis = 10) Duration retry,
        @DefaultValue("2m") @DurationMin(millis = 10) Duration patience,
        @DefaultValue("10000") @Min(1) int most,
        @DefaultValue("2") @Min(1) int concurrency) {}
