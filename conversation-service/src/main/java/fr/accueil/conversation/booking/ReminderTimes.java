package fr.accueil.conversation.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// When customers are reminded: pure.
///
/// @param before how long before the visit
/// @param from the time of day at which reminders begin to go out
/// @param until and at which they end
record ReminderTimes(Duration before, LocalTime from, LocalTime until) {

    ReminderTimes {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "Reminders go out from %s, which is not before %s".formatted(from, until));
        }
    }

    /// Empty when it was booked too shortly before, and when there is no good time left.
    Optional<Instant> of(Instant start, Instant bookedAt, ZoneId zone) {
        var due = start.minus(before);
        return bookedAt.isAfter(due) ? Optional.empty() : next(due, start, zone);
    }

    /// The first good time from this one on; empty when the visit is not after it.
    Optional<Instant> next(Instant now, Instant start, ZoneId zone) {
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        if (!time.isBefore(from) && time.isBefore(until)) {
            return Optional.of(now).filter(it -> it.isBefore(start));
        }
        var day =
                time.isBefore(from) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return Optional.of(day.atTime(from).atZone(zone).toInstant()).filter(it -> it.isBefore(start));
    }
}
