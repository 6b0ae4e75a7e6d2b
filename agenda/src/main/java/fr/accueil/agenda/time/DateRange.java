package fr.accueil.agenda.time;

import java.time.LocalDate;

/// Days in a row, both ends included.
public record DateRange(LocalDate first, LocalDate last) {

    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "A range of days ends after it begins, and not %s – %s.".formatted(first, last));
        }
    }

    public static DateRange of(LocalDate first, LocalDate last) {
        return new DateRange(first, last);
    }

    public static DateRange of(LocalDate only) {
        return new DateRange(only, only);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
