package fr.accueil.conversation.faq;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Another FAQ asks the same: which of the two would answer?
class QuestionTaken extends RequestRefused {

    QuestionTaken(String other) {
        super(
                HttpStatus.BAD_REQUEST,
                "Question déjà présente",
                "Vos questions fréquentes ont déjà « %s ».".formatted(other),
                "question");
    }
}
