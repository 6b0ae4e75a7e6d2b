package fr.accueil.conversation.faqfile;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// More bytes than any list of questions needs.
class FileTooLarge extends RequestRefused {

    FileTooLarge() {
        super(HttpStatus.CONTENT_TOO_LARGE, "Fichier trop volumineux", "Le fichier dépasse 2 Mo.", "file");
    }
}
