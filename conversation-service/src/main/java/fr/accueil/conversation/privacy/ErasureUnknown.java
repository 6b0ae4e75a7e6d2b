package fr.accueil.conversation.privacy;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

class ErasureUnknown extends RequestRefused {

    ErasureUnknown() {
        super(HttpStatus.NOT_FOUND, "Effacement introuvable", "Cet effacement n'existe pas, ou pas dans cet espace.");
    }
}
