package fr.accueil.conversation.team;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

class MemberUnknown extends RequestRefused {

    MemberUnknown() {
        super(HttpStatus.NOT_FOUND, "Personne inconnue", "Cette personne ne fait pas partie de l'équipe.");
    }
}
