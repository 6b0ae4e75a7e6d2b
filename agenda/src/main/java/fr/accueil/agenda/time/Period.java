package fr.accueil.agenda.time;

import java.time.Duration;
import java.time.Instant;

/// A stretch of real time: the start belongs to it, the end does not.
public record Period(Instant start, Instant end) {

    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A period ends after it starts, and not %s – %s.".formatted(start, end));
        }
    }

    public static Period of(Instant start, Duration length) {
        return new Period(start, start.plus(length));
    }

    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
