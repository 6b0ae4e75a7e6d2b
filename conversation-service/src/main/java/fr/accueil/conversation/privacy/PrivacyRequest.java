package fr.accueil.conversation.privacy;

import fr.accueil.conversation.problem.RequestRefused;
import fr.accueil.conversation.tenant.PrivacyRules;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;

/// What shall be done with customers' data, whole.
///
/// @param version that was seen
record PrivacyRequest(
        @NotNull(message = LONG) @Min(value = 30, message = LONG) @Max(value = 1825, message = LONG)
        Integer messageDays,

        @NotNull(message = FILES) @Min(value = 7, message = FILES) @Max(value = 1825, message = FILES)
        Integer mediaDays,

        @NotNull(message = LONG) @Min(value = 30, message = LONG) @Max(value = 1825, message = LONG)
        Integer leadDays,

        @NotNull(message = REASONS) @Min(value = 7, message = REASONS) @Max(value = 730, message = REASONS)
        Integer reasonDays,

        @NotNull(message = INVITATIONS) @Min(value = 30, message = INVITATIONS) @Max(value = 365, message = INVITATIONS)
        Integer invitationDays,

        @NotNull(message = "Dites si les numéros sont masqués.")
        Boolean phonesMasked,

        @NotNull(message = "La version manque.") Long version) {

    private static final String LONG = "Choisissez de 30 à 1 825 jours.";
    private static final String FILES = "Choisissez de 7 à 1 825 jours.";
    private static final String REASONS = "Choisissez de 7 à 730 jours.";
    private static final String INVITATIONS = "Choisissez de 30 à 365 jours.";

    /// @throws RequestRefused when files would outlive their messages
    PrivacyRules toRules() {
        if (mediaDays > messageDays) {
            throw new FilesOutlive();
        }
        return new PrivacyRules(messageDays, mediaDays, leadDays, reasonDays, invitationDays, phonesMasked);
    }

    static class FilesOutlive extends RequestRefused {

        FilesOutlive() {
            super(
                    HttpStatus.BAD_REQUEST,
                    "Durée impossible",
                    "Les fichiers ne peuvent pas être conservés plus longtemps que les messages.",
                    "mediaDays");
        }
    }
}
