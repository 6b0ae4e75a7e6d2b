package fr.accueil.gateway.limits;

import fr.accueil.gateway.problem.FrenchProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/// A request is larger than any of ours needs to be.
class BodyTooLarge extends FrenchProblem {

    BodyTooLarge(DataSize limit) {
        super(
                HttpStatus.CONTENT_TOO_LARGE,
                "Demande trop volumineuse",
                "Cette demande dépasse la taille acceptée (%d Ko).".formatted(limit.toKilobytes()));
        // What of it is still to come is not waited for.
        getHeaders().set(HttpHeaders.CONNECTION, "close");
    }
}
