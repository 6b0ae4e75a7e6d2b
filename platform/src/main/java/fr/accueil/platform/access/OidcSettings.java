package fr.accueil.platform.access;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whose tokens are believed. At least one of audience and parties is needed.
///
/// @param issuer of the tokens, as it stands in them (OIDC_ISSUER)
/// @param audience that a token which names one must be for (OIDC_AUDIENCE)
/// @param authorizedParties to whom a token that names no audience, such as Clerk's, may have been given: origins of
///     the dashboard (OIDC_AUTHORIZED_PARTIES)
@Validated
@ConfigurationProperties("accueil.oidc")
public record OidcSettings(
        @NotNull URI issuer,
        @DefaultValue("") String audience,
        @DefaultValue List<String> authorizedParties) {}
