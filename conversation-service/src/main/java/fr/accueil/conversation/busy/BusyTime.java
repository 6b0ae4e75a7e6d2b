package fr.accueil.conversation.busy;

import fr.accueil.events.CalendarId;
import fr.accueil.events.PractitionerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody, or the whole house, is not to be had.
///
/// @param name of the calendar that says so
/// @param practitioner whose it is; null: the whole house's
public record BusyTime(
        CalendarId calendar, String name, @Nullable PractitionerId practitioner, Instant start, Instant end) {}
