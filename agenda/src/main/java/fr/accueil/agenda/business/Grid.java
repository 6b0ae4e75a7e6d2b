package fr.accueil.agenda.business;

import java.time.Duration;

/// At which times of the wall clock visits are proposed: every so many minutes from midnight. Beside these, a visit
/// is also proposed where free time begins (at an opening, at the end of another visit), so that no holes stay.
///
/// @param strict whether a customer may have no other time, even when it is free
public record Grid(Duration step, boolean strict) {

    private static final long MINUTES_A_DAY = Duration.ofDays(1).toMinutes();

    public Grid {
        var minutes = step.toMinutes();
        if (minutes < 1 || !Duration.ofMinutes(minutes).equals(step) || MINUTES_A_DAY % minutes != 0) {
            throw new IllegalArgumentException(
                    "The grid is of whole minutes that divide the day, as 5, 10, 15, 20, 30 or 60, and not %s."
                            .formatted(step));
        }
    }

    public static Grid every(Duration step) {
        return new Grid(step, false);
    }

    public static Grid onlyEvery(Duration step) {
        return new Grid(step, true);
    }

    public boolean hasMinute(int minuteOfDay) {
        return minuteOfDay % step.toMinutes() == 0;
    }

    public int minutesToNext(int minuteOfDay) {
        var step = (int) step().toMinutes();
        return step - minuteOfDay % step;
    }
}
