package fr.accueil.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.net.URI;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Passes path and query on exactly as they came. Spring Cloud Gateway would take a partly encoded query apart and
/// encode it again, and a webhook's signature covers these very bytes.
@Component
class RawTargetFilter implements GlobalFilter, Ordered {

    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        exchange.getAttributes()
                .put(
                        GATEWAY_REQUEST_URL_ATTR,
                        target(route.getUri(), exchange.getRequest().getURI()));
        return chain.filter(exchange);
    }

    private static URI target(URI service, URI asked) {
        var query = asked.getRawQuery();
        return URI.create(service.getScheme() + "://" + service.getRawAuthority() + asked.getRawPath()
                + (query == null ? "" : "?" + query));
    }
}
