package fr.accueil.conversation.question;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Nobody asked that, as far as the business knows.
class QuestionUnknown extends RequestRefused {

    QuestionUnknown() {
        super(
                HttpStatus.NOT_FOUND,
                "Question introuvable",
                "Cette question n'est pas parmi vos questions sans réponse.");
    }
}
