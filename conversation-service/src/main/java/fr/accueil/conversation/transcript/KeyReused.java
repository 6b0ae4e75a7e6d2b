package fr.accueil.conversation.transcript;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// One idempotency key stands for one request.
class KeyReused extends RequestRefused {

    KeyReused() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Clé déjà utilisée",
                "Cette clé d'idempotence a déjà servi à envoyer un autre message.");
    }
}
