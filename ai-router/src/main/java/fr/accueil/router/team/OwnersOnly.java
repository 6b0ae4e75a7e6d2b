package fr.accueil.router.team;

import fr.accueil.router.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// What an owner alone may do.
class OwnersOnly extends RequestRefused {

    OwnersOnly() {
        super(HttpStatus.FORBIDDEN, "Réservé aux gérants", "Demandez à un gérant de votre espace.");
    }
}
