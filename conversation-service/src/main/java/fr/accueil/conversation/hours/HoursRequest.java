package fr.accueil.conversation.hours;

import fr.accueil.conversation.problem.OneLine;
import fr.accueil.events.Ids;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.BookingRules;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursException;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.Practitioner;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hours as they shall be, whole. What one field cannot know of another is [HoursFaults]'.
///
/// @param version that was seen
record HoursRequest(
        @NotNull(message = "Choisissez une région.") String holidayRegion,

        @NotNull(message = "Dites quels jours fériés sont travaillés.")
        @Size(max = 30, message = "Trop de jours fériés.")
        List<@NotNull(message = "Nommez le jour férié.") String> workedHolidays,

        @NotNull(message = "Indiquez les jours de la semaine.") @Size(max = 7, message = "La semaine a sept jours.")
        List<@Valid @NotNull(message = "Indiquez le jour.") DayRequest> week,

        @NotNull(message = "Indiquez les fermetures et ouvertures exceptionnelles.")
        @Size(max = EXCEPTIONS, message = TOO_MANY_EXCEPTIONS)
        List<@Valid @NotNull(message = "Indiquez la période exceptionnelle.") ExceptionRequest> exceptions,

        @NotNull(message = "Indiquez qui reçoit les clients.")
        @Size(max = 20, message = "Au plus 20 personnes reçoivent les clients.")
        List<@Valid @NotNull(message = "Indiquez la personne.") PractitionerRequest> practitioners,

        @NotNull(message = SEATS) @Min(value = 1, message = SEATS) @Max(value = 50, message = SEATS)
        Integer seats,

        @Valid @NotNull(message = "Indiquez les règles de réservation.")
        RulesRequest rules,

        @NotNull(message = "La version manque.") Long version) {

    private static final int EXCEPTIONS = 200;
    private static final String TOO_MANY_EXCEPTIONS = "Au plus 200 fermetures et ouvertures exceptionnelles.";
    private static final String SEATS = "Indiquez de 1 à 50 places.";
    private static final String LEAD = "Le délai minimum va de 0 minute à 30 jours.";
    private static final String HORIZON = "On réserve de 0 à 732 jours à l'avance.";

    /// @param periods as `09:30-12:30`; the end of the day is `24:00`
    record DayRequest(
            @NotNull(message = "Indiquez le jour.") DayOfWeek day,

            @NotNull(message = "Indiquez les périodes.") @Size(max = 6, message = "Au plus six périodes par jour.")
            List<@NotNull(message = "Indiquez la période.") String> periods) {

        DayPeriods toPeriods() {
            return new DayPeriods(day, periods);
        }
    }

    /// @param period `00:00-24:00` for whole days
    /// @param label what customers may be told
    record ExceptionRequest(
            @NotNull(message = "Choisissez entre fermé et ouvert.")
            Boolean open,

            @NotNull(message = "Indiquez le premier jour.") LocalDate from,
            @NotNull(message = "Indiquez le dernier jour.") LocalDate to,
            @NotNull(message = "Indiquez la période.") String period,

            @NotBlank(message = "Dites-en le motif, par exemple « congés d'été ».")
            @Size(max = 80, message = "Le motif dépasse 80 caractères.")
            @OneLine
            String label) {

        HoursException toException() {
            return new HoursException(open, from, to, period.strip(), label.strip());
        }
    }

    /// @param practitioner null for a new one
    /// @param week null when they work whenever the house is open
    record PractitionerRequest(
            @Nullable PractitionerId practitioner,

            @NotBlank(message = "Indiquez le nom.") @Size(max = 60, message = "Le nom dépasse 60 caractères.") @OneLine
            String name,

            @NotNull(message = "Indiquez les prestations.") @Size(max = 200, message = "Au plus 200 prestations.")
            List<@NotNull(message = "Indiquez la prestation.") ServiceId> services,

            @Size(max = 7, message = "La semaine a sept jours.") @Nullable
            List<@Valid @NotNull(message = "Indiquez le jour.") DayRequest> week,

            @NotNull(message = "Indiquez les absences.") @Size(max = EXCEPTIONS, message = TOO_MANY_EXCEPTIONS)
            List<@Valid @NotNull(message = "Indiquez l'absence.") ExceptionRequest> exceptions) {

        Practitioner toPractitioner() {
            return new Practitioner(
                    practitioner == null ? PractitionerId.of(Ids.next()) : practitioner,
                    name.strip(),
                    services.stream().distinct().toList(),
                    week == null ? null : days(week),
                    exceptions.stream().map(ExceptionRequest::toException).toList());
        }
    }

    record RulesRequest(
            @NotNull(message = LEAD) @Min(value = 0, message = LEAD) @Max(value = 30 * 24 * 60, message = LEAD)
            Integer leadMinutes,

            @NotNull(message = HORIZON) @Min(value = 0, message = HORIZON) @Max(value = 732, message = HORIZON)
            Integer horizonDays,

            @NotNull(message = "Indiquez le pas.") Integer gridMinutes,

            @NotNull(message = "Dites si d'autres heures sont possibles.")
            Boolean strictGrid) {

        BookingRules toRules() {
            return new BookingRules(leadMinutes, horizonDays, gridMinutes, strictGrid);
        }
    }

    HoursSaved toSaved(TenantId tenant) {
        return new HoursSaved(
                tenant,
                holidayRegion,
                workedHolidays.stream().distinct().toList(),
                days(week),
                exceptions.stream().map(ExceptionRequest::toException).toList(),
                practitioners.stream().map(PractitionerRequest::toPractitioner).toList(),
                seats,
                rules.toRules());
    }

    private static List<DayPeriods> days(List<DayRequest> week) {
        return week.stream().map(DayRequest::toPeriods).toList();
    }
}
