package fr.accueil.gateway.routing;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.CONNECT_TIMEOUT_ATTR;
import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.Buildable;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.PredicateSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Which service an address of the API belongs to. What the gateway answers itself never comes here.
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    private final ServiceSettings services;

    RouteConfiguration(ServiceSettings services) {
        this.services = services;
    }

    /// In this order: the first that matches takes it.
    @Bean
    RouteLocator routes(RouteLocatorBuilder routes) {
        return routes.routes()
                .route("clerk", it -> to(it, "/api/webhooks/clerk", services.conversation(), services.patience()))
                .route("webhooks", it -> to(it, "/api/webhooks/**", services.ingest(), services.patience()))
                .route("assistant", it -> to(it, "/api/assistant/**", services.router(), services.assistantPatience()))
                .route("conversations", it -> to(it, "/api/**", services.conversation(), services.patience()))
                .build();
    }

    private Buildable<Route> to(PredicateSpec route, String path, URI service, Duration patience) {
        return route.path(path)
                .filters(GatewayFilterSpec::preserveHostHeader)
                .metadata(
                        CONNECT_TIMEOUT_ATTR,
                        Math.toIntExact(services.connectPatience().toMillis()))
                .metadata(RESPONSE_TIMEOUT_ATTR, patience.toMillis())
                .uri(service);
    }
}
