package fr.accueil.notification.delivery;

import java.util.Locale;
import java.util.Optional;

/// How far one attempt came. It goes forward by rank only: callbacks come in any order, and more than once.
public enum AttemptState {
    /// The call was decided; its outcome is not known.
    UNRESOLVED(0),
    /// The call was never taken; the part may be tried again.
    NOT_TAKEN(0),
    /// Its outcome was not known, and it was looked for in vain: the part may be tried again.
    LOST(0),
    ACCEPTED(1),
    SENT(2),
    DELIVERED(3),
    READ(4),
    /// Refused or failed, but another attempt may go better.
    FAILED_FOR_NOW(-1),
    /// Refused or failed for good.
    FAILED(-1),
    /// Its outcome was not known and could not be found out: nothing more is tried by itself.
    UNCONFIRMED(0);

    private final int rank;

    AttemptState(int rank) {
        this.rank = rank;
    }

    /// What Twilio's word for a status means; a word that is not known moves nothing.
    public static Optional<AttemptState> ofStatus(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "accepted", "scheduled", "queued", "sending" -> Optional.of(ACCEPTED);
            case "sent" -> Optional.of(SENT);
            case "delivered" -> Optional.of(DELIVERED);
            case "read" -> Optional.of(READ);
            case "failed", "undelivered", "canceled" -> Optional.of(FAILED);
            default -> Optional.empty();
        };
    }

    /// The provider has it, and has not given it up.
    boolean taken() {
        return rank > 0;
    }

    boolean failed() {
        return rank < 0;
    }

    boolean arrived() {
        return rank >= DELIVERED.rank;
    }

    /// Nothing that is sent after it can overtake it any more.
    boolean settlesOrder() {
        return arrived() || failed();
    }

    /// No other attempt follows by itself.
    boolean over() {
        return this == FAILED || this == UNCONFIRMED;
    }

    /// Nobody knows for certain that it was not taken after all.
    boolean doubtful() {
        return this == LOST || this == UNCONFIRMED;
    }

    /// Whether news of `next` still say something after this: a delivery beats a failure, whichever came first, and a
    /// failure beats everything before a delivery.
    boolean mayBecome(AttemptState next) {
        if (next.failed()) {
            return !failed() && !arrived();
        }
        return next.rank > rank && (!failed() || next.arrived());
    }
}
