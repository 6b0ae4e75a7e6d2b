package fr.accueil.gateway.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// What a framework or a bug says, in words for the caller.
class Unexpected extends FrenchProblem {

    private Unexpected(HttpStatus status, String title, String detail, Throwable cause) {
        super(status, title, detail, cause);
    }

    static Unexpected of(Throwable cause) {
        return of(HttpStatus.INTERNAL_SERVER_ERROR, cause);
    }

    static Unexpected of(HttpStatusCode code, HttpHeaders headers, Throwable cause) {
        var status = HttpStatus.resolve(code.value());
        var problem = of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, cause);
        problem.getHeaders().putAll(headers);
        return problem;
    }

    private static Unexpected of(HttpStatus status, Throwable cause) {
        return switch (status) {
            case BAD_REQUEST ->
                new Unexpected(status, "Demande incorrecte", "La demande n'a pas pu être comprise.", cause);
            case NOT_FOUND -> new Unexpected(status, "Introuvable", "Cette adresse ne mène à rien.", cause);
            case METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE ->
                new Unexpected(status, "Demande refusée", "Cette adresse n'accepte pas ce type de demande.", cause);
            default ->
                status.is5xxServerError()
                        ? new Unexpected(
                                status,
                                "Erreur inattendue",
                                "Une erreur est survenue. Réessayez dans un instant.",
                                cause)
                        : new Unexpected(status, "Demande refusée", "Cette demande n'est pas possible.", cause);
        };
    }
}
