package fr.accueil.signin.people;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param folder where those who signed up are kept
/// @param demoFile the demo workspaces, whose teams can sign in; null when there is no demo
@Validated
@ConfigurationProperties("accueil.people")
record PeopleSettings(@NotNull Path folder, @Nullable Path demoFile) {}
