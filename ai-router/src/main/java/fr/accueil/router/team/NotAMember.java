package fr.accueil.router.team;

import fr.accueil.router.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The person is not of the chosen workspace; whether it exists is not said.
class NotAMember extends RequestRefused {

    NotAMember() {
        super(HttpStatus.FORBIDDEN, "Accès refusé", "Vous ne faites pas partie de cet espace.");
    }
}
