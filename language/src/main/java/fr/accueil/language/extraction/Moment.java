package fr.accueil.language.extraction;

import org.jspecify.annotations.Nullable;

/// A day, an hour, or both: never neither.
public record Moment(@Nullable DayWish day, @Nullable HourWish hour) {

    public Moment {
        if (day == null && hour == null) {
            throw new IllegalArgumentException("a moment has a day or an hour");
        }
    }

    @Override
    public String toString() {
        if (day == null) {
            return "T" + hour;
        }
        return hour == null ? day.toString() : day + "T" + hour;
    }
}
