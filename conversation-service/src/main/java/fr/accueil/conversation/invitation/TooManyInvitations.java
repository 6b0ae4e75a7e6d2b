package fr.accueil.conversation.invitation;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// No team is so large: who invites that many invites strangers.
class TooManyInvitations extends RequestRefused {

    TooManyInvitations() {
        super(
                HttpStatus.CONFLICT,
                "Trop d'invitations",
                "50 invitations attendent déjà une réponse. Annulez-en une avant d'inviter quelqu'un d'autre.");
    }
}
