package fr.accueil.conversation.workspace;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Nobody runs so many businesses.
class TooManyWorkspaces extends RequestRefused {

    TooManyWorkspaces() {
        super(
                HttpStatus.CONFLICT,
                "Trop d'espaces",
                "Vous faites déjà partie de 20 espaces. Quittez-en un, ou écrivez-nous pour en ouvrir davantage.");
    }
}
