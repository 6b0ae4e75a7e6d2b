package fr.accueil.agenda.hours;

import fr.accueil.agenda.holiday.PublicHoliday;
import fr.accueil.agenda.time.TimeRange;
import java.time.DayOfWeek;
import java.util.List;

/// Why a business is closed at some time: what a customer is told.
public sealed interface ClosedBecause {

    /// Never open on this day of the week.
    record Weekday(DayOfWeek day) implements ClosedBecause {}

    record Holiday(PublicHoliday holiday) implements ClosedBecause {}

    record ExceptionalClosing(String label) implements ClosedBecause {}

    /// Open that day, but at other times: before opening, at lunch, after closing.
    record OutsideHours(List<TimeRange> openAt) implements ClosedBecause {}
}
