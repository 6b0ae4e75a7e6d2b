package fr.accueil.conversation.transcript;

import fr.accueil.conversation.problem.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// There are no bytes to show, and why.
class AttachmentMissing extends RequestRefused {

    private AttachmentMissing(String title, String detail) {
        super(HttpStatus.NOT_FOUND, title, detail);
    }

    static AttachmentMissing unknown() {
        return new AttachmentMissing(
                "Pièce jointe introuvable", "Cette pièce jointe n'existe pas, ou pas dans cet espace.");
    }

    static AttachmentMissing pending() {
        return new AttachmentMissing(
                "Pièce jointe en cours", "Elle n'est pas encore arrivée de WhatsApp : réessayez dans un instant.");
    }

    static AttachmentMissing unavailable(@Nullable String problem) {
        return new AttachmentMissing(
                "Pièce jointe indisponible",
                problem == null ? "Elle n'a pas pu être récupérée auprès de WhatsApp." : problem);
    }

    static AttachmentMissing lost() {
        return new AttachmentMissing(
                "Pièce jointe introuvable", "Elle n'est plus à sa place : prévenez la personne qui gère Accueil.");
    }
}
