package fr.accueil.conversation.person;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Without a secret nothing could be proven: there is no such address then.
class ClerkUnused extends RequestRefused {

    ClerkUnused() {
        super(HttpStatus.NOT_FOUND, "Introuvable", "Cette adresse n'existe pas.");
    }
}
