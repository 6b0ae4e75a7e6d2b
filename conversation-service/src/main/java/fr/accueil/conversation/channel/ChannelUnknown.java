package fr.accueil.conversation.channel;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// There is none of that id in this workspace; whether another has it is nobody's business.
class ChannelUnknown extends RequestRefused {

    ChannelUnknown() {
        super(HttpStatus.NOT_FOUND, "Numéro introuvable", "Ce numéro WhatsApp n'existe pas, ou pas dans cet espace.");
    }
}
