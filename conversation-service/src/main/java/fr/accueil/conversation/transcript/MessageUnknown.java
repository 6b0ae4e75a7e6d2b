package fr.accueil.conversation.transcript;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// This conversation has no message of that id.
class MessageUnknown extends RequestRefused {

    MessageUnknown() {
        super(HttpStatus.NOT_FOUND, "Message introuvable", "Ce message n'existe pas dans cette conversation.");
    }
}
