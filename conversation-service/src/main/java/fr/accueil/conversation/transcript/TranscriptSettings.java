package fr.accueil.conversation.transcript;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param answerWithin after which a message that neither an answer nor a hand-over named awaits a person
@Validated
@ConfigurationProperties("accueil.transcript")
record TranscriptSettings(@NotNull @DefaultValue("60s") Duration answerWithin) {}
