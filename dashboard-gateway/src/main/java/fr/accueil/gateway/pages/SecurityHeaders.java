package fr.accueil.gateway.pages;

import fr.accueil.gateway.access.SignInSettings;
import fr.accueil.platform.access.OidcSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// What a browser may do with our answers. A service's own policy stays: an attachment's is stricter. Webhooks are left
/// as they are: they are between Twilio and ingest.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SecurityHeaders implements WebFilter {

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private final Map<String, String> everywhere;
    private final Map<String, String> onPages;

    SecurityHeaders(PageSettings settings, OidcSettings oidc, SignInSettings signIn) {
        everywhere = everywhere(isHttps(settings.publicUrl()));
        onPages = Map.of(
                CONTENT_SECURITY_POLICY,
                pagePolicy(settings, originOf(oidc.issuer()), signIn.clerk().isPresent()),
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (!path.startsWith("/api/webhooks/")) {
            exchange.getResponse()
                    .beforeCommit(() -> write(exchange.getResponse().getHeaders(), path));
        }
        return chain.filter(exchange);
    }

    private Mono<Void> write(HttpHeaders headers, String path) {
        everywhere.forEach(headers::set);
        if (!isData(path)) {
            onPages.forEach(headers::set);
        } else if (!headers.containsHeader(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, DATA_POLICY);
        }
        return Mono.empty();
    }

    private static boolean isData(String path) {
        return path.startsWith("/api/") || path.startsWith("/actuator");
    }

    private static Map<String, String> everywhere(boolean https) {
        var headers = new LinkedHashMap<>(Map.of(
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "no-referrer",
                "Cross-Origin-Resource-Policy", "same-origin"));
        if (https) {
            headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        return headers;
    }

    private static String pagePolicy(PageSettings settings, String issuer, boolean clerk) {
        var connectTo = Stream.concat(Stream.of("'self'", issuer), settings.connectTo().stream())
                .distinct()
                .collect(Collectors.joining(" "));
        return Stream.of(
                        "default-src 'self'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "img-src 'self' data: blob:",
                        "media-src 'self' blob:",
                        "connect-src " + connectTo,
                        "form-action 'self' " + issuer,
                        "frame-ancestors 'none'",
                        "base-uri 'none'",
                        "object-src 'none'",
                        // Clerk's clock ticks in a worker that it makes of a blob; it inherits this policy.
                        clerk ? "worker-src 'self' blob:" : "")
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static String originOf(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
