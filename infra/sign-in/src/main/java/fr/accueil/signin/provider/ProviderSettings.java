package fr.accueil.signin.provider;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param issuer the address that tokens name and that everyone reaches this provider by
/// @param dashboards where the dashboard is served: the public address, and others it is opened at
/// @param folder where the keys are kept, so that a restart signs nobody out
/// @param accessTokenLife short: a token cannot be called back
/// @param refreshTokenLife how long a dashboard may be left alone before it has to come back to this provider
/// @param rememberedFor how long a browser that signed in need not do so again
@Validated
@ConfigurationProperties("accueil.provider")
public record ProviderSettings(
        @NotNull URI issuer,
        @NotEmpty List<URI> dashboards,
        @NotNull Path folder,
        @DefaultValue("10m") Duration accessTokenLife,
        @DefaultValue("12h") Duration refreshTokenLife,
        @DefaultValue("14d") Duration rememberedFor) {

    /// The address of the dashboard that someone who came from nowhere is sent to.
    public String dashboard() {
        return page(dashboards.getFirst(), "/dashboard");
    }

    List<String> pages(String path) {
        return dashboards.stream().map(it -> page(it, path)).toList();
    }

    public List<String> origins() {
        return dashboards.stream()
                .map(it -> it.getScheme() + "://" + it.getAuthority())
                .distinct()
                .toList();
    }

    private static String page(URI dashboard, String path) {
        return dashboard.toString().replaceFirst("/+$", "") + path;
    }
}
