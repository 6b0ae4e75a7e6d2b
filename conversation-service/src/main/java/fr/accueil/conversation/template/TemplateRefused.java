package fr.accueil.conversation.template;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A template that cannot be sent, or not so.
public class TemplateRefused extends RequestRefused {

    private TemplateRefused(HttpStatus status, String title, String detail) {
        super(status, title, detail);
    }

    static TemplateRefused unknown() {
        return new TemplateRefused(
                HttpStatus.BAD_REQUEST,
                "Modèle inconnu",
                "Ce numéro n'a pas ce modèle : actualisez la liste des modèles et choisissez-en un.");
    }

    static TemplateRefused notApproved() {
        return new TemplateRefused(
                HttpStatus.CONFLICT,
                "Modèle non approuvé",
                "WhatsApp n'a pas (ou pas encore) approuvé ce modèle : choisissez-en un autre.");
    }

    static TemplateRefused missing(String variable) {
        return new TemplateRefused(
                HttpStatus.BAD_REQUEST,
                "Variable manquante",
                "Le modèle a besoin d'un texte pour « %s ».".formatted(variable));
    }

    static TemplateRefused notOneLine(String variable) {
        return new TemplateRefused(
                HttpStatus.BAD_REQUEST,
                "Variable incorrecte",
                "Le texte pour « %s » doit tenir sur une ligne.".formatted(variable));
    }

    static TemplateRefused tooLong(int limit) {
        return new TemplateRefused(
                HttpStatus.BAD_REQUEST,
                "Modèle trop long",
                "Une fois complété, le modèle dépasse %d caractères.".formatted(limit));
    }
}
