package fr.accueil.router.knowledge;

import fr.accueil.router.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The business is so new that its copy is not here yet.
public class NotOpenYet extends RequestRefused {

    public NotOpenYet() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Momentanément indisponible",
                "L'assistant découvre encore votre établissement. Réessayez dans un instant.");
    }
}
