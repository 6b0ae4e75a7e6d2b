package fr.accueil.conversation.transcript;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Only what was refused can be sent again, and of that not what the assistant drafted before a person came.
class NotResendable extends RequestRefused {

    NotResendable() {
        super(
                HttpStatus.CONFLICT,
                "Renvoi impossible",
                "Ce message n'est pas, ou n'est plus, un message refusé que l'on peut renvoyer.");
    }
}
