package fr.accueil.conversation.booking;

import fr.accueil.agenda.Slot;
import java.time.Instant;
import java.util.List;

/// Whether a wish can be granted.
sealed interface Judgement {

    record Granted(Slot slot) implements Judgement {}

    /// @param reason in the words of `SlotTaken`
    /// @param alternatives the free starts that come nearest, in order
    record Denied(String reason, List<Instant> alternatives) implements Judgement, Outcome {

        /// Nobody has said when the house is open.
        static final String NOTHING_BOOKABLE = "nothing_bookable";

        /// What was to be held is over already: it was asked for long ago.
        static final String TOO_LATE = "too_late";

        /// It was booked under this id, and then given up.
        static final String CANCELLED = "cancelled";

        /// Not at a whole minute.
        static final String NO_SUCH_TIME = "no_such_time";

        static Denied because(String reason) {
            return new Denied(reason, List.of());
        }
    }
}
