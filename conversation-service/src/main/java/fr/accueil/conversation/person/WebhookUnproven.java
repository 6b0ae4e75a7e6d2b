package fr.accueil.conversation.person;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Whoever sent it does not share our secret, or sent it too long ago.
class WebhookUnproven extends RequestRefused {

    WebhookUnproven() {
        super(HttpStatus.UNAUTHORIZED, "Signature incorrecte", "La signature de ce message n'est pas valable.");
    }
}
