package fr.accueil.gateway.access;

import fr.accueil.gateway.problem.FrenchProblem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/// The gateway has just started and has not read yet who belongs where.
class TeamUnknown extends FrenchProblem {

    TeamUnknown() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "Démarrage en cours", "Le service démarre. Réessayez dans un instant.");
        retryAfter(Duration.ofSeconds(1));
    }
}
