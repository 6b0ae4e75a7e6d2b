package fr.accueil.gateway.access;

import fr.accueil.gateway.problem.FrenchProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticationException;

/// No token, or one that is not believed (any more).
class SignInNeeded extends FrenchProblem {

    SignInNeeded(AuthenticationException cause) {
        super(HttpStatus.UNAUTHORIZED, "Connexion nécessaire", "Connectez-vous pour continuer.", cause);
        getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        cause instanceof AuthenticationCredentialsNotFoundException
                                ? "Bearer"
                                : "Bearer error=\"invalid_token\"");
    }
}
