package fr.accueil.conversation.booking;

import fr.accueil.conversation.booking.Judgement.Denied;
import fr.accueil.conversation.problem.RequestRefused;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// A slot that the team asked for by hand and cannot have. The field is `override` where asking for it would help.
class SlotRefused extends RequestRefused {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM 'à' H 'h' mm", Locale.FRENCH);

    private SlotRefused(String detail, String field) {
        super(HttpStatus.CONFLICT, "Créneau impossible", detail, field);
    }

    /// @param zone in which the business lives
    static SlotRefused because(Denied denied, ZoneId zone) {
        return new SlotRefused(detailOf(denied.reason()) + nearest(denied, zone), fieldOf(denied.reason()));
    }

    static SlotRefused nothingBookable() {
        return new SlotRefused(detailOf(Denied.NOTHING_BOOKABLE), "start");
    }

    private static String detailOf(String reason) {
        return switch (reason) {
            case Denied.NOTHING_BOOKABLE -> "Indiquez d'abord vos horaires d'ouverture.";
            case "nobody_does_it" -> "Cette prestation ne se réserve pas, ou plus, ou personne ne la fait.";
            case "nobody_does_all" -> "Personne ne fait toutes ces prestations : prévoyez deux rendez-vous.";
            case "not_theirs" -> "Cette personne ne fait pas cette prestation, ou n'est plus dans l'équipe.";
            case "past" -> "Cette heure est passée.";
            case "closed" -> "C'est fermé ce jour-là.";
            case "holiday" -> "C'est un jour férié chômé.";
            case "outside_hours" -> "C'est en dehors des horaires d'ouverture.";
            case "does_not_fit" -> "Le rendez-vous finirait après la fermeture.";
            case "away" -> "Personne ne travaille à cette heure.";
            case "too_far" -> "C'est trop loin dans l'avenir : deux ans au plus.";
            case Denied.NO_SUCH_TIME -> "Un rendez-vous commence à une minute pleine, à une heure qui existe.";
            default -> "Ce créneau est déjà pris.";
        };
    }

    private static String fieldOf(String reason) {
        return switch (reason) {
            case "closed", "holiday", "outside_hours", "does_not_fit", "away" -> "override";
            case "nobody_does_it", "nobody_does_all" -> "services";
            case "not_theirs" -> "practitioner";
            default -> "start";
        };
    }

    private static String nearest(Denied denied, ZoneId zone) {
        return denied.alternatives().isEmpty()
                ? ""
                : denied.alternatives().stream()
                        .map(it -> WHEN.format(it.atZone(zone)).replace(" h 00", " h"))
                        .collect(Collectors.joining(", ", " Libre au plus près : ", "."));
    }
}
