package fr.accueil.conversation.takeover;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param patience how long a take-over waits until the assistant's last words can no longer go out
/// @param look how often it looks by itself, should a signal be lost
@Validated
@ConfigurationProperties("accueil.takeover")
record TakeoverSettings(
        @NotNull @DefaultValue("3s") Duration patience,
        @NotNull @DefaultValue("500ms") Duration look) {}
