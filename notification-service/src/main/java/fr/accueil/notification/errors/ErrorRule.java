package fr.accueil.notification.errors;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What we do about one error of Twilio.
///
/// @param sentence French, for the manager
/// @param pause before the first retry, where the usual one would be too short
/// @param tries how many attempts are made at most; null: as long as there is time
/// @param holds it is about the sender: its other messages wait too
/// @param suppresses it is about the customer: until they write again, nothing more is tried
public record ErrorRule(
        Action action,
        @NotBlank String sentence,
        @Nullable Duration pause,
        @Nullable @Min(1) Integer tries,
        @DefaultValue("false") boolean holds,
        @DefaultValue("false") boolean suppresses) {

    public enum Action {
        /// Not taken, and worth another try.
        RETRY,
        /// Not taken, and worth another try when time has passed: a limit of the sender or the account.
        WAIT,
        /// Not taken, and never will be like this.
        REFUSE,
        /// Perhaps taken: to be looked up.
        UNKNOWN
    }
}
