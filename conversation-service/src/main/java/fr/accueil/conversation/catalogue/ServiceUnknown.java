package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The business has no service of that id.
class ServiceUnknown extends RequestRefused {

    ServiceUnknown() {
        super(HttpStatus.NOT_FOUND, "Prestation introuvable", "Cette prestation n'existe pas, ou plus.");
    }
}
