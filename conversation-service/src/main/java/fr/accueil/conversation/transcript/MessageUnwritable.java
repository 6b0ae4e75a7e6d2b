package fr.accueil.conversation.transcript;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// What was to be written is no message.
class MessageUnwritable extends RequestRefused {

    MessageUnwritable(String why) {
        super(HttpStatus.BAD_REQUEST, "Demande incorrecte", why);
    }
}
