package fr.accueil.gateway.access;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.accueil.platform.access.OidcSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells the React app where one signs in.
@RestController
class ClientConfigController {

    private final ClientConfigView view;

    ClientConfigController(OidcSettings oidc, SignInSettings settings) {
        var clerk = settings.clerk();
        clerk.ifPresent(it -> it.mustFit(oidc.issuer()));
        view = new ClientConfigView(
                oidc.issuer(),
                settings.clientId(),
                settings.scope(),
                clerk.map(ClerkKey::value).orElse(null));
    }

    @GetMapping("/api/client-config")
    ClientConfigView clientConfig() {
        return view;
    }

    /// @param clerkPublishableKey present where one signs in with Clerk; the others then do not matter
    @JsonInclude(NON_NULL)
    record ClientConfigView(
            URI authority,
            String clientId,
            String scope,
            @Nullable String clerkPublishableKey) {}
}
