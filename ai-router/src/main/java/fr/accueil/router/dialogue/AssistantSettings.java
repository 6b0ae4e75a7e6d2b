package fr.accueil.router.dialogue;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param quietTime how long a customer must have been quiet before the assistant thinks; each message restarts it
/// @param quietTimeAtMost but from the first message of a burst it waits no longer than this
/// @param deadline after which an unanswered message is handed over
/// @param readingPatience how long an engine may read
/// @param agendaPatience how long the agenda may take to answer before a person is to confirm
/// @param hold how long a slot is kept for a customer who has not confirmed it
/// @param flowExpiry after which silence a booking or a quote request that was begun is over; more than a day, so that
///     who comes back the next day goes on
/// @param unattended after which time of opening hours a customer hears that their hand-over is not forgotten
/// @param concurrency how many conversations are thought about at once
@Validated
@ConfigurationProperties("accueil.assistant")
public record AssistantSettings(
        @DefaultValue("1200ms") @DurationMin Duration quietTime,
        @DefaultValue("3s") @DurationMin Duration quietTimeAtMost,
        @DefaultValue("20s") @DurationMin(millis = 100) Duration deadline,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration readingPatience,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration agendaPatience,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration hold,
        @DefaultValue("36h") @DurationMin(seconds = 1) Duration flowExpiry,
        @DefaultValue("15m") @DurationMin(seconds = 1) Duration unattended,
        @DefaultValue("32") @Min(1) int concurrency) {}
