package fr.accueil.gateway.pages;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The React app has one page for all its addresses: what is no file is that page.
@Component
class SinglePage implements WebFilter {

    static final String PAGE = "/dashboard/index.html";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(
                isPage(exchange.getRequest())
                        ? exchange.mutate().request(it -> it.path(PAGE)).build()
                        : exchange);
    }

    private static boolean isPage(ServerHttpRequest request) {
        var path = request.getPath().value();
        var readsOnly = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return readsOnly && (isBelow(path, "/dashboard") || isBelow(path, "/onboarding")) && !isFile(path);
    }

    private static boolean isBelow(String path, String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    private static boolean isFile(String path) {
        return path.startsWith("/dashboard/assets/")
                || path.substring(path.lastIndexOf('/')).contains(".");
    }
}
