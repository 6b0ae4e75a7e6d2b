package fr.accueil.conversation.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Answers every error of the API as a problem with a French title. What is wrong inside is logged and not told.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    Mono<ResponseEntity<Object>> refuse(RequestRefused refused, ServerWebExchange exchange) {
        var problem = ProblemDetail.forStatusAndDetail(refused.status(), refused.detail());
        problem.setTitle(refused.title());
        return createResponseEntity(problem, new HttpHeaders(), refused.status(), exchange);
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> fail(Exception fault, ServerWebExchange exchange) {
        LOG.error(
                "{} {} failed",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                fault);
        var status = HttpStatus.INTERNAL_SERVER_ERROR;
        return createResponseEntity(
                ProblemDetail.forStatusAndDetail(status, "Réessayez dans un instant."),
                new HttpHeaders(),
                status,
                exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> createResponseEntity(
            @Nullable Object body, @Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        if (body instanceof ProblemDetail problem && isSpringsOwn(problem)) {
            problem.setTitle(titleOf(status));
        }
        return super.createResponseEntity(body, headers, status, exchange);
    }

    private static boolean isSpringsOwn(ProblemDetail problem) {
        var known = HttpStatus.resolve(problem.getStatus());
        return problem.getTitle() == null
                || (known != null && known.getReasonPhrase().equals(problem.getTitle()));
    }

    private static String titleOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "Demande incorrecte";
            case 401 -> "Connexion nécessaire";
            case 403 -> "Accès refusé";
            case 404 -> "Introuvable";
            case 405 -> "Opération impossible ici";
            case 406, 415 -> "Format non pris en charge";
            case 409 -> "Impossible dans l'état actuel";
            case 413 -> "Demande trop volumineuse";
            case 503 -> "Momentanément indisponible";
            default -> status.is5xxServerError() ? "Une erreur est survenue" : "Demande refusée";
        };
    }
}
