package fr.accueil.gateway.access;

import fr.accueil.platform.access.OidcSettings;
import java.net.URI;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells the React app where one signs in.
@RestController
class ClientConfigController {

    private final ClientConfigView view;

    ClientConfigController(OidcSettings oidc, SignInSettings settings) {
        view = new ClientConfigView(oidc.issuer(), settings.clientId(), settings.scope());
    }

    @GetMapping("/api/client-config")
    ClientConfigView clientConfig() {
        return view;
    }

    record ClientConfigView(URI authority, String clientId, String scope) {}
}
