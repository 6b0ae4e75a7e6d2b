package fr.accueil.conversation.calendar;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// No agenda has this address, or not any more.
class CalendarUnknown extends RequestRefused {

    CalendarUnknown() {
        super(HttpStatus.NOT_FOUND, "Agenda introuvable", "Cette adresse n'existe pas, ou a été remplacée.");
    }
}
