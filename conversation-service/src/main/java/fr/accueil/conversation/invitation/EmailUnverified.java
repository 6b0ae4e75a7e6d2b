package fr.accueil.conversation.invitation;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Anybody can say that an address is theirs: an invitation is for who has shown it.
class EmailUnverified extends RequestRefused {

    EmailUnverified() {
        super(
                HttpStatus.FORBIDDEN,
                "Adresse e-mail à confirmer",
                "Votre adresse e-mail n'est pas encore confirmée. Ouvrez le lien de confirmation que vous avez reçu, "
                        + "puis reconnectez-vous pour rejoindre l'équipe.");
    }
}
