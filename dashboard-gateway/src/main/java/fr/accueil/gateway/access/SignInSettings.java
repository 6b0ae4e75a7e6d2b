package fr.accueil.gateway.access;

import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param clientId that the sign-in provider knows the dashboard by
/// @param scope that it asks for
/// @param clerkPublishableKey with which the dashboard signs in at Clerk (CLERK_PUBLISHABLE_KEY); blank where any other
///     provider signs people in
@Validated
@ConfigurationProperties("accueil.sign-in")
public record SignInSettings(
        @DefaultValue("accueil-dashboard") @NotBlank String clientId,
        @DefaultValue("openid profile email") @NotBlank String scope,
        @DefaultValue("") String clerkPublishableKey) {

    /// @throws IllegalArgumentException when what stands there is no key of Clerk's
    public Optional<ClerkKey> clerk() {
        return clerkPublishableKey.isBlank() ? Optional.empty() : Optional.of(ClerkKey.of(clerkPublishableKey.strip()));
    }
}
