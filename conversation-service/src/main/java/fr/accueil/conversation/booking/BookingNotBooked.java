package fr.accueil.conversation.booking;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// It was cancelled before: what is given up is neither moved nor given up again.
class BookingNotBooked extends RequestRefused {

    BookingNotBooked() {
        super(HttpStatus.CONFLICT, "Rendez-vous annulé", "Ce rendez-vous est déjà annulé : notez-en un autre.");
    }
}
