package fr.accueil.router.dialogue;

import fr.accueil.events.BookingId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A tapped button of a reminder: its payload names the booking, such as `booking:confirm:<id>`.
///
/// @param booking the one that the customer was reminded of
record ReminderAnswer(Wish wish, BookingId booking) {

    enum Wish {
        CONFIRM,
        MOVE,
        CANCEL
    }

    private static final Pattern PAYLOAD = Pattern.compile("booking:(confirm|move|cancel):([0-9a-fA-F-]{36})");

    static Optional<ReminderAnswer> in(Heard message) {
        if (message.payload() == null) {
            return Optional.empty();
        }
        var payload = PAYLOAD.matcher(message.payload());
        return payload.matches()
                ? Optional.of(new ReminderAnswer(
                        Wish.valueOf(payload.group(1).toUpperCase(Locale.ROOT)), BookingId.of(payload.group(2))))
                : Optional.empty();
    }
}
