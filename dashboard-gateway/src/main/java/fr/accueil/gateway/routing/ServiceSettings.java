package fr.accueil.gateway.routing;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where the services are.
///
/// @param patience how long one may take to answer
/// @param assistantPatience the same for what waits for a language model
/// @param connectPatience how long a connection may take
@Validated
@ConfigurationProperties("accueil.services")
public record ServiceSettings(
        @NotNull URI ingest,
        @NotNull URI router,
        @NotNull URI conversation,
        @NotNull URI notification,
        @DefaultValue("15s") Duration patience,
        @DefaultValue("60s") Duration assistantPatience,
        @DefaultValue("2s") Duration connectPatience) {

    public ServiceSettings {
        requireBase(ingest);
        requireBase(router);
        requireBase(conversation);
        requireBase(notification);
    }

    private static void requireBase(URI service) {
        var base = service.isAbsolute()
                && service.getHost() != null
                && service.getRawPath().isEmpty()
                && service.getRawQuery() == null;
        if (!base) {
            throw new IllegalArgumentException(
                    "The address of a service is http(s)://host:port and nothing more, not " + service);
        }
    }
}
