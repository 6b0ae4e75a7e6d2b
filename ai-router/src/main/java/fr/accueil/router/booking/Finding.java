package fr.accueil.router.booking;

import fr.accueil.agenda.Slot;
import fr.accueil.router.flow.Wishes;
import fr.accueil.router.speech.Why;
import fr.accueil.router.understanding.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the agenda says to the wishes of a customer.
sealed interface Finding {

    /// Something must be known first.
    record Missing(Asked asked) implements Finding {}

    record Free(Slot slot) implements Finding {}

    /// Several would do.
    record Several(List<Instant> starts) implements Finding {}

    /// @param left what is left of the wishes without what is refused
    /// @param instead the free ones that come nearest; none where it must be asked anew
    /// @param again what is asked again
    /// @param withSomeoneElse at the very time, when only the practitioner wished for stands in the way
    record Impossible(Why why, Wishes left, List<Instant> instead, Asked again, Optional<Slot> withSomeoneElse)
            implements Finding {

        Impossible(Why why, Wishes left, List<Instant> instead, Asked again) {
            this(why, left, instead, again, Optional.empty());
        }
    }
}
