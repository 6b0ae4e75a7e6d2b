package fr.accueil.gateway.access;

import fr.accueil.gateway.problem.FrenchProblem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/// The provider that can say whether a token is good does not answer.
class SignInUnreachable extends FrenchProblem {

    SignInUnreachable(Throwable cause) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Connexion indisponible",
                "Le service de connexion ne répond pas. Réessayez dans un instant.",
                cause);
        retryAfter(Duration.ofSeconds(2));
    }
}
