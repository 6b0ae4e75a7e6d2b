package fr.accueil.router.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Who is not signed in is told so in the same words and form as everything else: Spring Security answers with a status
/// alone.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnauthenticatedFilter implements WebFilter {

    private final byte[] problem;

    UnauthenticatedFilter(JsonMapper json) {
        var unauthenticated = ProblemDetail.forStatus(HttpStatus.UNAUTHORIZED);
        unauthenticated.setTitle("Connexion nécessaire");
        unauthenticated.setDetail("Vous n'êtes pas connecté, ou plus : connectez-vous de nouveau.");
        this.problem = json.writeValueAsBytes(unauthenticated);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(
                exchange.mutate().response(new Told(exchange.getResponse())).build());
    }

    private final class Told extends ServerHttpResponseDecorator {

        Told(ServerHttpResponse response) {
            super(response);
        }

        @Override
        public Mono<Void> setComplete() {
            if (isCommitted() || getStatusCode() != HttpStatus.UNAUTHORIZED) {
                return super.setComplete();
            }
            getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            getHeaders().setContentLength(problem.length);
            return writeWith(Mono.fromSupplier(() -> bufferFactory().wrap(problem)));
        }
    }
}
