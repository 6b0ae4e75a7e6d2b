package fr.accueil.conversation.question;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// No question of that id was ever left open.
class QuestionUnknown extends RequestRefused {

    QuestionUnknown() {
        super(HttpStatus.NOT_FOUND, "Question introuvable", "Cette question sans réponse n'existe pas, ou plus.");
    }
}
