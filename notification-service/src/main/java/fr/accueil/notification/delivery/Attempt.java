package fr.accueil.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call to the provider, recorded before it is made.
///
/// @param lookUpAfter when the call can no longer be under way
/// @param providerSid Twilio's name of the message, once known
record Attempt(
        UUID id,
        Instant startedAt,
        Instant lookUpAfter,
        AttemptState state,
        @Nullable String providerSid,
        @Nullable String errorCode) {

    static Attempt started(UUID id, Instant at, Instant lookUpAfter) {
        return new Attempt(id, at, lookUpAfter, AttemptState.UNRESOLVED, null, null);
    }

    boolean unresolved() {
        return state == AttemptState.UNRESOLVED;
    }

    /// The same attempt after news of it, or itself when they are no news.
    Attempt become(AttemptState next, @Nullable String sid, @Nullable String code) {
        if (!state.mayBecome(next)) {
            return providerSid == null && sid != null
                    ? new Attempt(id, startedAt, lookUpAfter, state, sid, errorCode)
                    : this;
        }
        return new Attempt(id, startedAt, lookUpAfter, next, sid == null ? providerSid : sid, code);
    }

    /// Only a call whose outcome is not known can turn out not to have been taken.
    Attempt notTaken(@Nullable String code) {
        return unresolved() ? new Attempt(id, startedAt, lookUpAfter, AttemptState.NOT_TAKEN, null, code) : this;
    }

    Attempt lookUpAfter(Instant later) {
        return unresolved() ? new Attempt(id, startedAt, later, state, providerSid, errorCode) : this;
    }
}
