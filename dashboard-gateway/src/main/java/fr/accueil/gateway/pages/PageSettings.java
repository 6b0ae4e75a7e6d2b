package fr.accueil.gateway.pages;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param publicUrl where browsers find the dashboard
/// @param connectTo origins besides our own and the sign-in provider's issuer that pages may talk to
@Validated
@ConfigurationProperties("accueil.pages")
record PageSettings(@NotNull URI publicUrl, @DefaultValue List<String> connectTo) {}
