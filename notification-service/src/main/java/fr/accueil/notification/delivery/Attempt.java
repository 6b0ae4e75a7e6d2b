package fr.accueil.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call to the provider, recorded before it is made.
///
/// @param round of the message when it was made
/// @param recipient whom it went to
/// @param overAt when the call can no longer be under way, neither here nor there
/// @param lookUpAfter when the provider's list can be asked for it
/// @param looks how often the list did not show it
/// @param providerSid Twilio's name of the message, once known
record Attempt(
        UUID id,
        int round,
        String recipient,
        Instant startedAt,
        Instant overAt,
        Instant lookUpAfter,
        int looks,
        AttemptState state,
        @Nullable String providerSid,
        @Nullable String errorCode) {

    static Attempt started(UUID id, int round, String recipient, Instant at, Instant overAt) {
        return new Attempt(id, round, recipient, at, overAt, overAt, 0, AttemptState.UNRESOLVED, null, null);
    }

    boolean unresolved() {
        return state == AttemptState.UNRESOLVED;
    }

    /// The same attempt after news of it, or itself when they are no news.
    Attempt become(AttemptState next, @Nullable String sid, @Nullable String code) {
        if (!state.mayBecome(next)) {
            return providerSid == null && sid != null ? in(state, sid, errorCode) : this;
        }
        return in(next, sid == null ? providerSid : sid, code);
    }

    /// Only a call whose outcome is not known can turn out not to have been taken.
    Attempt notTaken(@Nullable String code) {
        return unresolved() ? in(AttemptState.NOT_TAKEN, null, code) : this;
    }

    Attempt lost() {
        return unresolved() ? in(AttemptState.LOST, null, null) : this;
    }

    Attempt unconfirmed() {
        return unresolved() ? in(AttemptState.UNCONFIRMED, null, null) : this;
    }

    /// The call was answered, if without saying what came of it: nothing of it comes later.
    Attempt over(Instant now, Instant lookUpLater) {
        return unresolved()
                ? new Attempt(id, round, recipient, startedAt, now, lookUpLater, looks, state, providerSid, errorCode)
                : this;
    }

    Attempt lookUpAfter(Instant later) {
        return new Attempt(id, round, recipient, startedAt, overAt, later, looks, state, providerSid, errorCode);
    }

    Attempt looked(int times) {
        return new Attempt(id, round, recipient, startedAt, overAt, lookUpAfter, times, state, providerSid, errorCode);
    }

    private Attempt in(AttemptState next, @Nullable String sid, @Nullable String code) {
        return new Attempt(id, round, recipient, startedAt, overAt, lookUpAfter, looks, next, sid, code);
    }

    /// Without the address, which no log may hold.
    @Override
    public String toString() {
        return "Attempt[" + id + " " + state + "]";
    }
}
