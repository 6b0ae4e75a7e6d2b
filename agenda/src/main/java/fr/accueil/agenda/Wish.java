package fr.accueil.agenda;

import fr.accueil.agenda.time.TimeRange;
import fr.accueil.agenda.time.WallClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/// When a visit should start, as loosely as a customer says it.
public record Wish(Set<DayOfWeek> weekdays, TimeRange starts) {

    public Wish {
        weekdays = Set.copyOf(weekdays);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("A wish leaves at least one day of the week.");
        }
    }

    public static Wish anytime() {
        return starting(TimeRange.WHOLE_DAY);
    }

    public static Wish in(DayPart part) {
        return starting(part.starts());
    }

    /// "Entre 14 h et 16 h".
    public static Wish between(LocalTime from, LocalTime to) {
        return starting(TimeRange.of(from, to));
    }

    /// "À partir de 17 h".
    public static Wish from(LocalTime time) {
        return starting(TimeRange.of(time, LocalTime.MIDNIGHT));
    }

    /// "Avant 11 h".
    public static Wish before(LocalTime time) {
        return starting(TimeRange.of(LocalTime.MIDNIGHT, time));
    }

    /// "Un mardi ou un jeudi".
    public Wish on(DayOfWeek first, DayOfWeek... others) {
        return new Wish(EnumSet.of(first, others), starts);
    }

    boolean grantedBy(Instant start, WallClock clock) {
        return starts.contains(clock.timeOf(start))
                && weekdays.contains(clock.dateOf(start).getDayOfWeek());
    }

    private static Wish starting(TimeRange range) {
        return new Wish(EnumSet.allOf(DayOfWeek.class), range);
    }
}
