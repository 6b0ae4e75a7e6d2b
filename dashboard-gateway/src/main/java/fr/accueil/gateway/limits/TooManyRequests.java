package fr.accueil.gateway.limits;

import fr.accueil.gateway.problem.FrenchProblem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/// Somebody asks more than their share.
class TooManyRequests extends FrenchProblem {

    TooManyRequests(Duration wait) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "Trop de demandes",
                "Vous avez fait trop de demandes en peu de temps. Patientez quelques secondes, puis réessayez.");
        retryAfter(wait.plusMillis(999));
    }
}
