package fr.accueil.gateway.access;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param clientId that the sign-in provider knows the dashboard by
/// @param scope that it asks for
@Validated
@ConfigurationProperties("accueil.sign-in")
record SignInSettings(
        @DefaultValue("accueil-dashboard") @NotBlank String clientId,
        @DefaultValue("openid profile email") @NotBlank String scope) {}
