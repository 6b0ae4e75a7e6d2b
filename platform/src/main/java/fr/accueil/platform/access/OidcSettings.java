package fr.accueil.platform.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// Whose tokens are believed.
///
/// @param issuer of the tokens, as it stands in them (OIDC_ISSUER)
/// @param audience that a token must be for (OIDC_AUDIENCE)
@Validated
@ConfigurationProperties("accueil.oidc")
public record OidcSettings(@NotNull URI issuer, @NotBlank String audience) {}
