package fr.accueil.conversation.hours;

import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.PublicHoliday;
import fr.accueil.agenda.time.TimeRange;
import fr.accueil.conversation.hours.HoursRequest.DayRequest;
import fr.accueil.conversation.hours.HoursRequest.ExceptionRequest;
import fr.accueil.conversation.hours.HoursRequest.PractitionerRequest;
import fr.accueil.conversation.problem.Problem.FieldError;
import fr.accueil.events.ServiceId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What no agenda could be made of, by its field: pure.
final class HoursFaults {

    private static final int MINUTES_A_DAY = 24 * 60;

    /// Longer than anybody is away, and short of a slip of the pen in the year.
    private static final int LONGEST_EXCEPTION_DAYS = 732;

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    private final List<FieldError> found = new ArrayList<>();

    private HoursFaults() {}

    /// @param offered the services that there are
    static List<FieldError> of(HoursRequest asked, Set<ServiceId> offered) {
        var faults = new HoursFaults();
        faults.region(asked.holidayRegion());
        faults.holidays(asked.workedHolidays());
        faults.week("week", asked.week());
        faults.exceptions("exceptions", asked.exceptions());
        faults.grid(asked.rules().gridMinutes());
        faults.practitioners(asked.practitioners(), offered);
        return List.copyOf(faults.found);
    }

    private void region(String name) {
        if (Arrays.stream(HolidayRegion.values()).noneMatch(it -> it.name().equals(name))) {
            add("holidayRegion", "Cette région n'existe pas.");
        }
    }

    private void holidays(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (Arrays.stream(PublicHoliday.values()).noneMatch(it -> it.name().equals(name))) {
                add("workedHolidays[%d]".formatted(i), "Ce jour férié n'existe pas.");
            }
        }
    }

    private void week(String field, List<DayRequest> week) {
        var seen = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < week.size(); i++) {
            var day = week.get(i);
            if (!seen.add(day.day())) {
                add("%s[%d].day".formatted(field, i), "Le %s figure deux fois.".formatted(inFrench(day.day())));
            }
            periods("%s[%d].periods".formatted(field, i), day.periods());
        }
    }

    private void periods(String field, List<String> periods) {
        Optional<TimeRange> before = Optional.empty();
        for (int i = 0; i < periods.size(); i++) {
            var range = period("%s[%d]".formatted(field, i), periods.get(i));
            if (before.isPresent() && range.isPresent()) {
                follows("%s[%d]".formatted(field, i), before.get(), range.get());
            }
            before = range;
        }
    }

    private void follows(String field, TimeRange before, TimeRange range) {
        if (before.overlaps(range)) {
            add(field, "Cette période empiète sur la précédente.");
        } else if (range.fromMinute() < before.toMinute()) {
            add(field, "Donnez les périodes dans l'ordre de la journée.");
        }
    }

    private Optional<TimeRange> period(String field, String written) {
        try {
            return Optional.of(TimeRange.parse(written));
        } catch (IllegalArgumentException | DateTimeException _) {
            add(field, "Une période s'écrit 09:30-12:30, dans une même journée, et finit au plus tard à 24:00.");
            return Optional.empty();
        }
    }

    private void exceptions(String field, List<ExceptionRequest> exceptions) {
        for (int i = 0; i < exceptions.size(); i++) {
            var exception = exceptions.get(i);
            var prefix = "%s[%d].".formatted(field, i);
            period(prefix + "period", exception.period());
            day(prefix + "from", exception.from());
            day(prefix + "to", exception.to());
            if (exception.to().isBefore(exception.from())) {
                add(prefix + "to", "Le dernier jour précède le premier.");
            } else if (ChronoUnit.DAYS.between(exception.from(), exception.to()) > LONGEST_EXCEPTION_DAYS) {
                add(prefix + "to", "Une période exceptionnelle dure au plus deux ans.");
            }
        }
    }

    private void day(String field, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            add(field, "Vérifiez l'année : elle va de 2020 à 2099.");
        }
    }

    private void grid(int minutes) {
        if (minutes < 5 || minutes > MINUTES_A_DAY || MINUTES_A_DAY % minutes != 0) {
            add("rules.gridMinutes", "Le pas divise la journée : 5, 10, 15, 20, 30 ou 60 minutes, par exemple.");
        }
    }

    private void practitioners(List<PractitionerRequest> practitioners, Set<ServiceId> offered) {
        var ids = new HashSet<>();
        var names = new HashSet<String>();
        for (int i = 0; i < practitioners.size(); i++) {
            var one = practitioners.get(i);
            var prefix = "practitioners[%d].".formatted(i);
            if (one.practitioner() != null && !ids.add(one.practitioner())) {
                add(prefix + "practitioner", "Cette personne figure deux fois.");
            }
            if (!names.add(one.name().strip().toLowerCase(Locale.FRENCH))) {
                add(prefix + "name", "Deux personnes ne peuvent pas porter le même nom : ajoutez une initiale.");
            }
            services(prefix + "services", one.services(), offered);
            if (one.week() != null) {
                week(prefix + "week", one.week());
            }
            exceptions(prefix + "exceptions", one.exceptions());
        }
    }

    private void services(String field, List<ServiceId> services, Set<ServiceId> offered) {
        for (int i = 0; i < services.size(); i++) {
            if (!offered.contains(services.get(i))) {
                add("%s[%d]".formatted(field, i), "Cette prestation n'existe pas, ou plus.");
            }
        }
    }

    private void add(String field, String message) {
        found.add(new FieldError(field, message));
    }

    private static String inFrench(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }
}
