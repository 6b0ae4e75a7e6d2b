package fr.accueil.simulator.twilio;

import fr.accueil.simulator.failure.Endpoint;
import fr.accueil.simulator.failure.Mode;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/// What is known of one request to Twilio's API while it is answered: attributes of its exchange.
final class ApiRequest {

    static final String CODE = "accueil.twilio.code";
    static final String ACCOUNT = "accueil.twilio.account";
    private static final String FAILURE = "accueil.twilio.failure";

    private ApiRequest() {}

    static boolean isIn(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        return path.startsWith("/2010-04-01/") || path.startsWith("/v1/") || path.startsWith("/v2/");
    }

    static String accountOf(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ACCOUNT);
    }

    static void failed(ServerWebExchange exchange, Mode mode) {
        exchange.getAttributes().put(FAILURE, mode.name());
    }

    static Endpoint endpointOf(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().value();
        if (path.startsWith("/v1/")) {
            return Endpoint.CONTENT;
        }
        if (path.startsWith("/v2/Channels/")) {
            return Endpoint.ACCOUNT;
        }
        if (path.startsWith("/v2/")) {
            return Endpoint.TYPING;
        }
        if (path.contains("/Media")) {
            return Endpoint.MEDIA;
        }
        if (path.endsWith("/Messages.json")) {
            return HttpMethod.POST.equals(exchange.getRequest().getMethod()) ? Endpoint.SEND : Endpoint.LIST;
        }
        return path.contains("/Messages/") ? Endpoint.FETCH : Endpoint.ACCOUNT;
    }

    static String failureOf(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(FAILURE, "");
    }
}
