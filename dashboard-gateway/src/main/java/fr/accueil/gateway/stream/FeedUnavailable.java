package fr.accueil.gateway.stream;

import fr.accueil.gateway.problem.FrenchProblem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/// Nobody can be let into the live feed right now.
class FeedUnavailable extends FrenchProblem {

    private FeedUnavailable(String detail, Duration retryAfter) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "Fil en direct indisponible", detail);
        retryAfter(retryAfter);
    }

    static FeedUnavailable catchingUp() {
        return new FeedUnavailable("Le fil en direct démarre. Réessayez dans un instant.", Duration.ofSeconds(1));
    }

    static FeedUnavailable full() {
        return new FeedUnavailable(
                "Trop d'écrans sont ouverts en même temps. Le tableau de bord se met à jour un peu moins vite.",
                Duration.ofSeconds(30));
    }
}
