package fr.accueil.conversation.invitation;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

class AlreadyMember extends RequestRefused {

    AlreadyMember() {
        super(HttpStatus.CONFLICT, "Déjà dans l'équipe", "Cette personne fait déjà partie de l'équipe.", "email");
    }
}
