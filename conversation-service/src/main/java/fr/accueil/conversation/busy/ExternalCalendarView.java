package fr.accueil.conversation.busy;

import fr.accueil.events.CalendarId;
import fr.accueil.events.PractitionerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An external calendar without its address, which is a secret.
///
/// @param practitioner whose it is; null: the whole house's
/// @param host where it is read
/// @param readAt when it was last read
/// @param trouble why it could not be read since; what it said before holds
/// @param upcoming how many busy times are still to come
public record ExternalCalendarView(
        CalendarId id,
        String name,
        @Nullable PractitionerId practitioner,
        String host,
        Instant addedAt,
        Instant readAt,
        @Nullable Trouble trouble,
        int upcoming) {

    static ExternalCalendarView of(ExternalCalendar calendar, Instant now) {
        var upcoming = (int)
                calendar.busy().stream().filter(it -> it.end().isAfter(now)).count();
        return new ExternalCalendarView(
                calendar.id(),
                calendar.name(),
                calendar.practitioner(),
                calendar.host(),
                calendar.addedAt(),
                calendar.readAt(),
                calendar.trouble(),
                upcoming);
    }
}
