package fr.accueil.router.team;

import fr.accueil.router.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The copy of the team has not been read yet: nobody can tell who belongs where.
class TeamUnknown extends RequestRefused {

    TeamUnknown() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "Momentanément indisponible", "Réessayez dans un instant.");
    }
}
