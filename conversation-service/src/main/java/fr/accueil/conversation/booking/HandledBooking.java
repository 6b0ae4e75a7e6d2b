package fr.accueil.conversation.booking;

import fr.accueil.events.ChangeEvent;
import org.jspecify.annotations.Nullable;

/// What became of a booking that one of the team entered, moved or cancelled.
///
/// @param customerTold whether a message to the customer is on its way
/// @param notTold why there is none
public record HandledBooking(
        ChangeEvent.Booking booking,
        boolean customerTold,
        @Nullable NotTold notTold) {

    static HandledBooking of(Booking booking, Telling telling) {
        return switch (telling) {
            case Telling.Told() -> new HandledBooking(booking.toView(), true, null);
            case Telling.Untold(var why) -> new HandledBooking(booking.toView(), false, why);
        };
    }
}
