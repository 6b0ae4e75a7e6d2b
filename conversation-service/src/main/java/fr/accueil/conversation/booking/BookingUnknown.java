package fr.accueil.conversation.booking;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The business has no booking of that id.
class BookingUnknown extends RequestRefused {

    BookingUnknown() {
        super(HttpStatus.NOT_FOUND, "Rendez-vous introuvable", "Ce rendez-vous n'existe pas dans votre agenda.");
    }
}
