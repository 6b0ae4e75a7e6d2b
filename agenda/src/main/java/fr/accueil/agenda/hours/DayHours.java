package fr.accueil.agenda.hours;

import fr.accueil.agenda.time.TimeRange;
import java.util.List;

/// What one date is like, all exceptions and holidays considered.
public sealed interface DayHours {

    record Open(List<TimeRange> ranges) implements DayHours {}

    record Closed(ClosedBecause why) implements DayHours {}
}
