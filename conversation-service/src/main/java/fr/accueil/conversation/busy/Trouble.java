package fr.accueil.conversation.busy;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a calendar elsewhere could not be read.
public enum Trouble {
    /// No answer, none in time, or one that blames its own server.
    @JsonProperty("unreachable")
    UNREACHABLE("Ce serveur ne répond pas. Vérifiez l'adresse, ou réessayez plus tard."),

    @JsonProperty("forbidden")
    FORBIDDEN("Ce serveur refuse l'accès. Prenez l'adresse secrète ou publique au format iCal, sans mot de passe."),

    @JsonProperty("not_found")
    NOT_FOUND("Il n'y a pas d'agenda à cette adresse. Recopiez-la depuis votre agenda."),

    @JsonProperty("no_calendar")
    NO_CALENDAR("Ce n'est pas un agenda au format iCal : l'adresse se termine souvent par « .ics »."),

    @JsonProperty("too_large")
    TOO_LARGE("Cet agenda est trop gros. Partagez un agenda plus court, ou moins d'événements répétés.");

    private final String words;

    Trouble(String words) {
        this.words = words;
    }

    /// For the person who gave the address.
    String words() {
        return words;
    }
}
