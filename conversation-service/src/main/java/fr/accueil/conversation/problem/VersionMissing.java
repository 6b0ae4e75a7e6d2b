package fr.accueil.conversation.problem;

import org.springframework.http.HttpStatus;

/// Who changes something says which version of it they saw.
public class VersionMissing extends RequestRefused {

    public VersionMissing() {
        super(HttpStatus.BAD_REQUEST, "Demande incorrecte", "La version manque.", "version");
    }
}
