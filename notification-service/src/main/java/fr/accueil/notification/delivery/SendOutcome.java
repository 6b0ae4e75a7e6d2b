package fr.accueil.notification.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of one call.
public sealed interface SendOutcome {

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
