package fr.accueil.conversation.tenant;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A number that cannot be connected as it was entered.
public class ChannelRefused extends RequestRefused {

    private ChannelRefused(HttpStatus status, String title, String detail, String field) {
        super(status, title, detail, field);
    }

    private ChannelRefused(HttpStatus status, String title, String detail) {
        super(status, title, detail);
    }

    /// There is none of that id in this workspace; whether another has it is nobody's business.
    public static ChannelRefused unknown() {
        return new ChannelRefused(
                HttpStatus.NOT_FOUND, "Numéro introuvable", "Ce numéro WhatsApp n'existe pas, ou pas dans cet espace.");
    }

    static ChannelRefused fixed(boolean isAccount) {
        return new ChannelRefused(
                HttpStatus.BAD_REQUEST,
                "Numéro déjà relié",
                "Ce numéro est relié : seul son jeton se change. Pour un autre numéro, ajoutez-en un.",
                isAccount ? "accountSid" : "address");
    }

    public static ChannelRefused withoutToken() {
        return new ChannelRefused(
                HttpStatus.BAD_REQUEST,
                "Auth Token manquant",
                "Indiquez aussi l'Auth Token de ce compte Twilio.",
                "authToken");
    }

    static ChannelRefused taken() {
        return new ChannelRefused(
                HttpStatus.CONFLICT,
                "Numéro déjà relié",
                "Ce numéro est déjà relié à un espace Accueil. Débranchez-le d'abord là où il l'est.",
                "address");
    }
}
