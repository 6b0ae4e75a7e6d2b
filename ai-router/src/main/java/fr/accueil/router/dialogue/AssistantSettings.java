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
/// @param concurrency how many conversations are thought about at once
@Validated
@ConfigurationProperties("accueil.assistant")
record AssistantSettings(
        @DefaultValue("1200ms") @DurationMin Duration quietTime,
        @DefaultValue("3s") @DurationMin Duration quietTimeAtMost,
        @DefaultValue("20s") @DurationMin(millis = 100) Duration deadline,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration readingPatience,
        @DefaultValue("32") @Min(1) int concurrency) {}
