package fr.accueil.conversation.faq;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The business has no FAQ of that id.
class FaqUnknown extends RequestRefused {

    FaqUnknown() {
        super(
                HttpStatus.NOT_FOUND,
                "Question introuvable",
                "Cette question n'existe pas, ou plus, parmi vos questions fréquentes.");
    }
}
