package fr.accueil.conversation.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param file the demo workspaces (ACCUEIL_DEMO_FILE); none when empty
@ConfigurationProperties("accueil.demo")
record DemoSettings(@Nullable Path file) {}
