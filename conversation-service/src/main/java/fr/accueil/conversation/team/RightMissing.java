package fr.accueil.conversation.team;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A member whose role does not let them do this.
class RightMissing extends RequestRefused {

    RightMissing() {
        super(
                HttpStatus.FORBIDDEN,
                "Réservé au gérant",
                "Votre rôle ne permet pas cette action. Demandez-la à un gérant de cet espace.");
    }
}
