package fr.accueil.conversation.transcript;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// WhatsApp takes free text only within 24 hours of the customer's last message.
class WindowClosed extends RequestRefused {

    WindowClosed() {
        super(
                HttpStatus.CONFLICT,
                "Fenêtre de 24 heures fermée",
                "Le dernier message du client date de plus de 24 heures : WhatsApp n'accepte plus de texte libre.");
    }
}
