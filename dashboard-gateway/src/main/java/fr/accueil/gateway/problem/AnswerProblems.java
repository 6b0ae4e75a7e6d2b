package fr.accueil.gateway.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The one place where an error becomes an answer: of our endpoints, of the routes, and of the security chain.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AnswerProblems implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(AnswerProblems.class);

    private final JsonMapper json;

    AnswerProblems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure);
        }
        var problem = toProblem(failure);
        if (problem.getStatusCode().is5xxServerError()) {
            log.warn("{} {}: {}", problem.getStatusCode().value(), path(exchange), failure.toString(), quiet(failure));
        }
        return answer(response, problem);
    }

    private static FrenchProblem toProblem(Throwable failure) {
        return switch (failure) {
            case FrenchProblem problem -> problem;
            case ErrorResponse answer -> Unexpected.of(answer.getStatusCode(), answer.getHeaders(), failure);
            default -> Unexpected.of(failure);
        };
    }

    private Mono<Void> answer(ServerHttpResponse response, FrenchProblem problem) {
        response.setStatusCode(problem.getStatusCode());
        response.getHeaders().putAll(problem.getHeaders());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        var body = json.writeValueAsBytes(problem.getBody());
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath();
    }

    /// A stack trace only for what nobody foresaw.
    private static Object quiet(Throwable failure) {
        return failure instanceof ErrorResponse ? "" : failure;
    }
}
