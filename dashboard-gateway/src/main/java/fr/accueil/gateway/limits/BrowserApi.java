package fr.accueil.gateway.limits;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Which addresses are the browser's: not Twilio's, and not those of who looks whether we live.
final class BrowserApi {

    private static final PathPattern API = parse("/api/**");
    private static final PathPattern WEBHOOKS = parse("/api/webhooks/**");
    private static final List<PathPattern> UNLIMITED = List.of(WEBHOOKS, parse("/api/health"));

    private BrowserApi() {}

    static boolean isAskedBy(ServerHttpRequest request) {
        var path = pathOf(request);
        return API.matches(path) && UNLIMITED.stream().noneMatch(it -> it.matches(path));
    }

    static boolean isWebhook(ServerHttpRequest request) {
        return WEBHOOKS.matches(pathOf(request));
    }

    private static PathContainer pathOf(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication();
    }

    private static PathPattern parse(String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern);
    }
}
