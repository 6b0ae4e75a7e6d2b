package fr.accueil.notification.media;

import fr.accueil.events.DeliveryEvent.MediaProblem;
import org.jspecify.annotations.Nullable;

/// What one try to fetch a medium came to. What may pass by itself (Twilio away, busy, slow) is an error instead.
sealed interface FetchOutcome {

    /// Its bytes are in the file that was given.
    ///
    /// @param fileName as the answer names it
    record Fetched(long size, @Nullable String fileName) implements FetchOutcome {}

    /// Twilio has none, yet or any more.
    record NotThere() implements FetchOutcome {}

    record Impossible(MediaProblem problem) implements FetchOutcome {}
}
