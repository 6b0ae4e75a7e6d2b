package fr.accueil.gateway.routing;

import fr.accueil.gateway.problem.FrenchProblem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/// A service behind a route does not answer.
public class ServiceUnavailable extends FrenchProblem {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final String route;

    private ServiceUnavailable(HttpStatus status, String title, String detail, String route, Throwable cause) {
        super(status, title, detail, cause);
        this.route = route;
        retryAfter(RETRY_AFTER);
    }

    public static ServiceUnavailable down(String route, Throwable cause) {
        return new ServiceUnavailable(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Service momentanément indisponible",
                "Les messages de vos clients sont conservés. Réessayez dans un instant.",
                route,
                cause);
    }

    static ServiceUnavailable slow(String route, Throwable cause) {
        return new ServiceUnavailable(
                HttpStatus.GATEWAY_TIMEOUT,
                "Réponse trop lente",
                "Le service met trop de temps à répondre. Réessayez dans un instant.",
                route,
                cause);
    }

    @Override
    public String getMessage() {
        return "route " + route + ": " + getCause();
    }
}
