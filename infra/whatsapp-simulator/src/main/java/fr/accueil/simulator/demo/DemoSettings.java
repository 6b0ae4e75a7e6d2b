package fr.accueil.simulator.demo;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param file the demo workspaces: businesses with their Twilio accounts, and customers
@Validated
@ConfigurationProperties("simulator.demo")
record DemoSettings(
        @NotNull(message = "set ACCUEIL_DEMO_FILE to the demo workspaces JSON") @Nullable
        Path file) {}
