package fr.accueil.gateway.stream;

import fr.accueil.gateway.problem.FrenchProblem;
import org.springframework.http.HttpStatus;

/// What came after this id cannot be told any more: everything has to be asked for again.
class CannotResume extends FrenchProblem {

    CannotResume() {
        super(
                HttpStatus.GONE,
                "Reprise impossible",
                "Les changements depuis cet instant ne sont plus connus. Rechargez la liste.");
    }
}
