package fr.accueil.gateway.access;

import fr.accueil.gateway.problem.FrenchProblem;
import org.springframework.http.HttpStatus;

/// This person does not belong to the workspace that was asked for, or none was named.
class NotAMember extends FrenchProblem {

    NotAMember() {
        super(
                HttpStatus.FORBIDDEN,
                "Accès refusé",
                "Vous ne faites pas partie de cet espace. Choisissez-en un autre ou demandez à son gérant de vous y inviter.");
    }
}
