package fr.accueil.conversation.transcript;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The customer wants no more messages, neither text nor template.
class OptedOut extends RequestRefused {

    OptedOut() {
        super(
                HttpStatus.CONFLICT,
                "Ce client ne veut plus de messages",
                "Il a demandé à ne plus en recevoir (STOP) : il faut attendre qu'il écrive START ou fasse une demande.");
    }
}
