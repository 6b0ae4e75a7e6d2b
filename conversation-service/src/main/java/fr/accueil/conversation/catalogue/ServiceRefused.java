package fr.accueil.conversation.catalogue;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A service that cannot be as it is asked for.
class ServiceRefused extends RequestRefused {

    private ServiceRefused(HttpStatus status, String detail, String field) {
        super(status, "Prestation incorrecte", detail, field);
    }

    static ServiceRefused offBeat() {
        return new ServiceRefused(HttpStatus.BAD_REQUEST, ServiceRequest.DURATION, "durationMinutes");
    }

    static ServiceRefused unversioned() {
        return new ServiceRefused(HttpStatus.BAD_REQUEST, "La version manque.", "version");
    }

    static ServiceRefused namesake(String name) {
        return new ServiceRefused(
                HttpStatus.CONFLICT, "Une autre prestation s'appelle déjà « %s ».".formatted(name), "name");
    }

    static ServiceRefused oneTooMany(int atMost) {
        return new ServiceRefused(
                HttpStatus.CONFLICT,
                "Vous avez déjà %d prestations : supprimez-en une d'abord.".formatted(atMost),
                "name");
    }
}
