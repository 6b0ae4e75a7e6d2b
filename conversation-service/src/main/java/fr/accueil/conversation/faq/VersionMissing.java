package fr.accueil.conversation.faq;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Who changes a FAQ says which one they saw.
class VersionMissing extends RequestRefused {

    VersionMissing() {
        super(HttpStatus.BAD_REQUEST, "Demande incorrecte", "La version manque.", "version");
    }
}
