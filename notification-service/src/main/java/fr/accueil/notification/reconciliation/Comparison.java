package fr.accueil.notification.reconciliation;

import org.jspecify.annotations.Nullable;

/// What a comparison came to.
///
/// @param listed how many messages Twilio has in its time
/// @param recovered how many of them were brought back
/// @param missing how many are known to be missing still
/// @param problem why it is not complete, a French sentence
record Comparison(
        Window window,
        int listed,
        int recovered,
        int missing,
        @Nullable String problem) {

    boolean isComplete() {
        return problem == null;
    }
}
