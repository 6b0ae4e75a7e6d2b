package fr.accueil.conversation.transcript;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param answerWithin after which a message that neither an answer nor a hand-over named awaits a person
/// @param forgetAfter what waited for a message that never came, and the keys of requests; longer than any topic
/// keeps its events
@Validated
@ConfigurationProperties("accueil.transcript")
record TranscriptSettings(
        @NotNull @DefaultValue("60s") Duration answerWithin,
        @NotNull @DefaultValue("31d") Duration forgetAfter) {}
