package fr.accueil.conversation.workspace;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

class StepUnknown extends RequestRefused {

    StepUnknown() {
        super(HttpStatus.NOT_FOUND, "Étape inconnue", "Cette étape n'existe pas.");
    }
}
