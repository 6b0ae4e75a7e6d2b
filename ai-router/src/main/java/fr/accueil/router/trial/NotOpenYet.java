package fr.accueil.router.trial;

import fr.accueil.router.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The business is so new that its copy is not here yet.
class NotOpenYet extends RequestRefused {

    NotOpenYet() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Momentanément indisponible",
                "L'assistant découvre encore votre établissement. Réessayez dans un instant.");
    }
}
