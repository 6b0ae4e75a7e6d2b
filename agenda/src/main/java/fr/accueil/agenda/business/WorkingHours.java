package fr.accueil.agenda.business;

import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.agenda.time.Stretches;
import fr.accueil.agenda.time.TimeRange;
import java.time.DayOfWeek;
import java.util.List;

/// The ordinary week of one practitioner. Nobody works while the house is closed, whatever their own hours say.
public sealed interface WorkingHours {

    /// Whenever the house is open.
    record AsTheHouse() implements WorkingHours {}

    record Own(WeeklyHours weekly) implements WorkingHours {}

    default Stretches minutesOn(DayOfWeek day) {
        return switch (this) {
            case AsTheHouse() -> TimeRange.minutesOf(List.of(TimeRange.WHOLE_DAY));
            case Own(var weekly) -> weekly.minutesOn(day);
        };
    }
}
