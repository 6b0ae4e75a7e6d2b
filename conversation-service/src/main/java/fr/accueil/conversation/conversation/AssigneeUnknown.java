package fr.accueil.conversation.conversation;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// Conversations are not assigned to anybody yet: a filter that would be ignored is refused.
class AssigneeUnknown extends RequestRefused {

    AssigneeUnknown() {
        super(
                HttpStatus.BAD_REQUEST,
                "Filtre impossible",
                "Les conversations ne sont pas encore attribuées : ce filtre n'est pas disponible.");
    }
}
