package fr.accueil.conversation.problem;

import org.springframework.http.HttpStatus;

/// Two people edit the same thing: the one who saves what they saw before the other's change is told so, and nothing of
/// theirs is saved.
public class ChangedMeanwhile extends RequestRefused {

    public ChangedMeanwhile() {
        super(
                HttpStatus.CONFLICT,
                "Modifié entre-temps",
                "Quelqu'un d'autre vient d'enregistrer une modification. Rechargez pour la voir, puis reprenez la vôtre.");
    }
}
