package fr.accueil.router.problem;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Answers every error of the API as a problem with a French title. What is wrong inside is logged and not told.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    Mono<ResponseEntity<Object>> refuse(RequestRefused refused, ServerWebExchange exchange) {
        var problem = new InFrench(refused.status(), refused.title(), refused.detail());
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
        return createResponseEntity(ProblemDetail.forStatus(status), new HttpHeaders(), status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleWebExchangeBindException(
            WebExchangeBindException invalid, HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        return createResponseEntity(toProblem(status, invalid.getAllErrors()), headers, status, exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        return createResponseEntity(toProblem(status, invalid.getAllErrors()), headers, status, exchange);
    }

    /// Spring's own problems are in English: theirs is the status, ours are the words.
    @Override
    protected Mono<ResponseEntity<Object>> createResponseEntity(
            @Nullable Object body, @Nullable HttpHeaders headers, HttpStatusCode status, ServerWebExchange exchange) {
        if (body instanceof ProblemDetail problem && !(problem instanceof InFrench)) {
            problem.setTitle(titleOf(status));
            problem.setDetail(detailOf(status));
        }
        return super.createResponseEntity(body, headers, status, exchange);
    }

    private static ProblemDetail toProblem(HttpStatusCode status, List<? extends MessageSourceResolvable> violations) {
        var words = violations.stream()
                .map(MessageSourceResolvable::getDefaultMessage)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return new InFrench(status, titleOf(status), words);
    }

    private static String titleOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "Demande incorrecte";
            case 404 -> "Introuvable";
            case 405 -> "Opération impossible ici";
            case 406, 415 -> "Format non pris en charge";
            case 413 -> "Demande trop volumineuse";
            case 503 -> "Momentanément indisponible";
            default -> status.is5xxServerError() ? "Une erreur est survenue" : "Demande refusée";
        };
    }

    private static String detailOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "La demande est incomplète ou n'est pas lisible.";
            case 404 -> "Cette adresse n'existe pas.";
            case 405 -> "Cette adresse ne permet pas cette opération.";
            case 406, 415 -> "Cette adresse attend un autre format.";
            case 413 -> "La demande dépasse la taille permise.";
            default -> status.is5xxServerError() ? "Réessayez dans un instant." : "La demande n'a pas pu être traitée.";
        };
    }

    /// A problem whose words are ours already.
    private static final class InFrench extends ProblemDetail {
        InFrench(HttpStatusCode status, String title, String detail) {
            super(status.value());
            setTitle(title);
            setDetail(detail);
        }
    }
}
