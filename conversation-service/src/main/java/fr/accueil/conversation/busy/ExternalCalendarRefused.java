package fr.accueil.conversation.busy;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A calendar that cannot be subscribed to.
class ExternalCalendarRefused extends RequestRefused {

    private ExternalCalendarRefused(HttpStatus status, String detail, String field) {
        super(status, "Agenda incorrect", detail, field);
    }

    static ExternalCalendarRefused noAddress() {
        return new ExternalCalendarRefused(
                HttpStatus.BAD_REQUEST, "Collez l'adresse entière, qui commence par « https:// ».", "address");
    }

    static ExternalCalendarRefused unreadable(Trouble trouble) {
        return new ExternalCalendarRefused(HttpStatus.UNPROCESSABLE_CONTENT, trouble.words(), "address");
    }

    static ExternalCalendarRefused nobody() {
        return new ExternalCalendarRefused(
                HttpStatus.CONFLICT, "Cette personne ne reçoit pas de clients : rechargez la page.", "practitioner");
    }

    static ExternalCalendarRefused oneTooMany(int atMost) {
        return new ExternalCalendarRefused(
                HttpStatus.CONFLICT, "Vous avez déjà %d agendas : retirez-en un d'abord.".formatted(atMost), "name");
    }
}
