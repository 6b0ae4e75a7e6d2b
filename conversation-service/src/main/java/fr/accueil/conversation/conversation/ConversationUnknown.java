package fr.accueil.conversation.conversation;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// There is none of that id in this workspace; whether another has it is nobody's business.
public class ConversationUnknown extends RequestRefused {

    public ConversationUnknown() {
        super(
                HttpStatus.NOT_FOUND,
                "Conversation introuvable",
                "Cette conversation n'existe pas, ou pas dans cet espace.");
    }
}
