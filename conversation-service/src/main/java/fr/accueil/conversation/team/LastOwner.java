package fr.accueil.conversation.team;

import fr.accueil.conversation.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// A workspace without an owner could not be managed by anybody.
public class LastOwner extends RequestRefused {

    LastOwner() {
        super(
                HttpStatus.CONFLICT,
                "Dernier gérant",
                "Un espace garde au moins un gérant. Donnez d'abord ce rôle à une autre personne de l'équipe.");
    }
}
