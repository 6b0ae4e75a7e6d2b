package fr.accueil.conversation.workspace;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A step is left behind, and never made open again.
class StepUnfinished extends RequestRefused {

    StepUnfinished() {
        super(
                HttpStatus.BAD_REQUEST,
                "Demande incorrecte",
                "Une étape est terminée ou passée ; elle ne redevient pas ouverte.",
                "state");
    }
}
