package fr.accueil.notification.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of one call.
public sealed interface SendOutcome {

    /// Twilio's, when it did not take it.
    default Optional<String> errorCode() {
        return switch (this) {
            case NotTaken(var code, var _, var _) -> Optional.ofNullable(code);
            case Refused(var code, var _) -> Optional.ofNullable(code);
            case Taken _, InDoubt _ -> Optional.empty();
        };
    }

    record Taken(String providerSid) implements SendOutcome {}

    /// Certainly not taken; worth another try.
    ///
    /// @param pause that the provider asks for
    record NotTaken(@Nullable String code, String sentence, Optional<Duration> pause) implements SendOutcome {}

    /// Certainly not taken, and never will be.
    record Refused(@Nullable String code, String sentence) implements SendOutcome {}

    /// Perhaps taken.
    ///
    /// @param answered the call is over on the other side too; false when nothing was heard of it
    record InDoubt(boolean answered) implements SendOutcome {}
}
