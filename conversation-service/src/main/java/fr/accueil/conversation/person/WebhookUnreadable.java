package fr.accueil.conversation.person;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

class WebhookUnreadable extends RequestRefused {

    WebhookUnreadable() {
        super(HttpStatus.BAD_REQUEST, "Demande incorrecte", "Ce message n'a pas la forme attendue.");
    }
}
