package fr.accueil.notification.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// What a decision leaves to be done outside its transaction.
sealed interface SendTask {

    /// For the log.
    default String message() {
        return switch (this) {
            case Call(var dispatch, var _, var _) -> dispatch.message().toString();
            case LookUp(var dispatch, var _) -> dispatch.message().toString();
            case Leave(), GoOn() -> "";
        };
    }

    /// @param waited from when it was asked for to this, its first call
    /// @param probe it shows whether a sender that was held may send again
    record Call(Dispatch dispatch, Optional<Duration> waited, boolean probe) implements SendTask {}

    /// @param others sids that are known to be of other calls
    record LookUp(Dispatch dispatch, Set<String> others) implements SendTask {}

    record GoOn() implements SendTask {}

    /// The work was given back.
    record Leave() implements SendTask {}
}
