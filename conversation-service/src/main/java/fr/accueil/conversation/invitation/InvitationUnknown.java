package fr.accueil.conversation.invitation;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

class InvitationUnknown extends RequestRefused {

    InvitationUnknown() {
        super(
                HttpStatus.NOT_FOUND,
                "Invitation inconnue",
                "Cette invitation n'existe pas, ou a déjà été acceptée ou annulée.");
    }
}
