package fr.accueil.agenda.hours;

import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Stretches;
import fr.accueil.agenda.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/// Which time an exception takes, by the wall clock.
public sealed interface Span {

    /// The same range on each of these days: whole days, or "every afternoon of the sales".
    record EachDay(DateRange days, TimeRange range) implements Span {}

    /// From one moment to another without a break: "from Friday 16:00 to Monday 10:00".
    record Throughout(LocalDateTime from, LocalDateTime to) implements Span {
        public Throughout {
            if (!isWholeMinute(from) || !isWholeMinute(to)) {
                throw new IllegalArgumentException(
                        "An exception begins and ends at whole minutes, and not %s – %s.".formatted(from, to));
            }
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "An exception ends after it begins, and not %s – %s.".formatted(from, to));
            }
        }
    }

    static Span day(LocalDate day) {
        return new EachDay(DateRange.of(day), TimeRange.WHOLE_DAY);
    }

    static Span days(LocalDate first, LocalDate last) {
        return new EachDay(DateRange.of(first, last), TimeRange.WHOLE_DAY);
    }

    static Span part(LocalDate day, TimeRange range) {
        return new EachDay(DateRange.of(day), range);
    }

    static Span eachDay(DateRange days, TimeRange range) {
        return new EachDay(days, range);
    }

    static Span throughout(LocalDateTime from, LocalDateTime to) {
        return new Throughout(from, to);
    }

    /// The minutes of this day that it takes.
    default Stretches minutesOn(LocalDate day) {
        return switch (this) {
            case EachDay(var days, var range) ->
                days.contains(day) ? Stretches.of(range.fromMinute(), range.toMinute()) : Stretches.NONE;
            case Throughout(var from, var to) -> Stretches.of(minuteOf(from, day), minuteOf(to, day));
        };
    }

    private static boolean isWholeMinute(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES).equals(moment);
    }

    private static long minuteOf(LocalDateTime moment, LocalDate day) {
        if (moment.toLocalDate().isBefore(day)) {
            return 0;
        }
        return moment.toLocalDate().isAfter(day)
                ? TimeRange.WHOLE_DAY.toMinute()
                : moment.toLocalTime().toSecondOfDay() / 60;
    }
}
