package fr.accueil.conversation.faq;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// More than anybody keeps true.
public class TooManyFaqs extends RequestRefused {

    public TooManyFaqs(int atMost) {
        super(
                HttpStatus.CONFLICT,
                "Trop de questions fréquentes",
                "Un espace a au plus %,d questions fréquentes. Supprimez-en avant d'en ajouter."
                        .formatted(atMost)
                        .replace(',', '\u00a0'));
    }
}
