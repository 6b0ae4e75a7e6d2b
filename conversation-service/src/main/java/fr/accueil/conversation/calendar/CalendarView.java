package fr.accueil.conversation.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether the agenda can be subscribed to.
///
/// @param madeAt when the secret address was made that holds now; null when there is none
public record CalendarView(@Nullable Instant madeAt) {}
