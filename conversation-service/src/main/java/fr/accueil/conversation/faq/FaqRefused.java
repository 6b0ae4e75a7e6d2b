package fr.accueil.conversation.faq;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A FAQ that cannot be as it is asked for.
class FaqRefused extends RequestRefused {

    private FaqRefused(HttpStatus status, String detail, String field) {
        super(status, "Question incorrecte", detail, field);
    }

    static FaqRefused unversioned() {
        return new FaqRefused(HttpStatus.BAD_REQUEST, "La version manque.", "version");
    }

    static FaqRefused twin(String question) {
        return new FaqRefused(
                HttpStatus.CONFLICT, "Vous avez déjà la question « %s ».".formatted(question), "question");
    }

    static FaqRefused oneTooMany(int atMost) {
        return new FaqRefused(
                HttpStatus.CONFLICT,
                "Vous avez déjà %d questions : supprimez-en une d'abord.".formatted(atMost),
                "question");
    }
}
