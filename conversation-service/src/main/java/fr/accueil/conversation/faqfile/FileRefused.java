package fr.accueil.conversation.faqfile;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A file that is not read at all: nothing can be said of its lines.
class FileRefused extends RequestRefused {

    FileRefused(String why) {
        super(HttpStatus.BAD_REQUEST, "Fichier illisible", why, "file");
    }
}
