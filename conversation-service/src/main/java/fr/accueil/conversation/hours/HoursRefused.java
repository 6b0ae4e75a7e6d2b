package fr.accueil.conversation.hours;

import fr.accueil.conversation.problem.Problem.FieldError;
import fr.accueil.conversation.problem.RequestRefused;
import java.util.List;
import org.springframework.http.HttpStatus;

/// Hours that no agenda can be made of.
class HoursRefused extends RequestRefused {

    HoursRefused(List<FieldError> faults) {
        super(HttpStatus.BAD_REQUEST, "Horaires incorrects", faults);
    }
}
