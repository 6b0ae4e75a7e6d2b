package fr.accueil.notification.delivery;

import java.util.Locale;
import java.util.Optional;

/// How far one attempt came. It goes forward by rank only: callbacks come in any order, and more than once.
public enum AttemptState {
    /// The call was decided; its outcome is not known.
    UNRESOLVED(0),
    /// The call was never taken; the part may be tried again.
    NOT_TAKEN(0),
    ACCEPTED(1),
    SENT(2),
    DELIVERED(3),
    READ(4),
    /// Refused or failed, but another attempt may go better.
    FAILED_FOR_NOW(-1),
    /// Refused or failed for good.
    FAILED(-1);

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

    /// Whether news of `next` still say something after this: nothing follows a failure, and no failure a delivery.
    boolean mayBecome(AttemptState next) {
        if (failed()) {
            return false;
        }
        return next.failed() ? rank < DELIVERED.rank : next.rank > rank;
    }
}
