package fr.accueil.conversation.busy;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// There is none of that id.
class ExternalCalendarUnknown extends RequestRefused {

    ExternalCalendarUnknown() {
        super(HttpStatus.NOT_FOUND, "Agenda introuvable", "Cet agenda a peut-être été retiré.");
    }
}
