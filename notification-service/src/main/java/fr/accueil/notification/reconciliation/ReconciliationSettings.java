package fr.accueil.notification.reconciliation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param every how often a channel is compared, give or take a tenth
/// @param settle younger messages are left out: their webhook may be under way (Twilio retries for 15 s)
/// @param margin looked at again, before what was compared last; at the very first time all that is looked at
/// @param lookBack never further, however long it was not compared
/// @param spread over which all channels are compared when all are asked for
/// @param retry after a comparison that could not be made
/// @param catchUp how long what Kafka has is waited for, before a message is called missing
/// @param patience for one comparison
/// @param concurrency compared at once, in this process
/// @param keep what was received is remembered for this long
/// @param look how often Kafka is asked whether it is there
@Validated
@ConfigurationProperties("accueil.reconciliation")
record ReconciliationSettings(
        @DefaultValue("5m") @DurationMin(millis = 10) Duration every,
        @DefaultValue("20s") @DurationMin(millis = 0) Duration settle,
        @DefaultValue("10m") @DurationMin(millis = 0) Duration margin,
        @DefaultValue("48h") @DurationMin(minutes = 1) Duration lookBack,
        @DefaultValue("3s") @DurationMin(millis = 0) Duration spread,
        @DefaultValue("30s") @DurationMin(millis = 10) Duration retry,
        @DefaultValue("15s") @DurationMin(millis = 10) Duration catchUp,
        @DefaultValue("2m") @DurationMin(millis = 10) Duration patience,
        @DefaultValue("4") int concurrency,
        @DefaultValue("15d") @DurationMin(minutes = 1) Duration keep,
        @DefaultValue("2s") @DurationMin(millis = 10) Duration look) {}
