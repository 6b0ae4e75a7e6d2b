package fr.accueil.router.team;

import fr.accueil.router.problem.RequestRefused;
import org.springframework.http.HttpStatus;

/// The header that chooses the workspace is missing or is no id.
class WorkspaceNotNamed extends RequestRefused {

    WorkspaceNotNamed() {
        super(
                HttpStatus.BAD_REQUEST,
                "Espace non précisé",
                "L'en-tête " + MemberArgument.WORKSPACE + " doit nommer l'espace de travail.");
    }
}
