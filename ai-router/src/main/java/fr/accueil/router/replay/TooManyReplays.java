package fr.accueil.router.replay;

import fr.accueil.router.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Others are read again already, and enough wait.
class TooManyReplays extends RequestRefused {

    TooManyReplays() {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Momentanément indisponible",
                "Beaucoup de questions sont relues en ce moment. Réessayez dans un instant.");
    }
}
