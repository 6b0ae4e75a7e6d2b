package fr.accueil.notification.errors;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What we do about one error of Twilio.
///
/// @param sentence French, for the manager
/// @param pause before the first retry, where the usual one would be too short
public record ErrorRule(
        Action action, @NotBlank String sentence, @Nullable Duration pause) {

    public enum Action {
        /// Not taken, and worth another try.
        RETRY,
        /// Not taken, and never will be like this.
        REFUSE,
        /// Perhaps taken: to be looked up.
        UNKNOWN
    }
}
