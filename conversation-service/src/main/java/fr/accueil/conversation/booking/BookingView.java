package fr.accueil.conversation.booking;

import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookedService;
import fr.accueil.events.ChangeEvent.BookedWith;
import fr.accueil.events.ChangeEvent.BookingStatus;
import fr.accueil.events.ConversationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the events say of a booking, and why its customer was not reminded.
///
/// @param conversation null when the team entered it by hand
/// @param remindedAt when the customer was reminded of it
/// @param reminderProblem why they were not
/// @param reconfirmedAt when they said, reminded, that they will come
public record BookingView(
        BookingId id,
        long version,
        @Nullable ConversationId conversation,
        BookingStatus status,
        List<BookedService> services,
        @Nullable BookedWith practitioner,
        Instant start,
        Instant end,
        String customerName,
        @Nullable String phone,
        boolean byAssistant,
        Instant createdAt,
        @Nullable Instant remindedAt,
        @Nullable ReminderProblem reminderProblem,
        @Nullable Instant reconfirmedAt) {

    static BookingView of(Booking booking) {
        var told = booking.toView();
        return new BookingView(
                told.id(),
                told.version(),
                told.conversation(),
                told.status(),
                told.services(),
                told.practitioner(),
                told.start(),
                told.end(),
                told.customerName(),
                told.phone(),
                told.byAssistant(),
                told.createdAt(),
                told.remindedAt(),
                booking.reminder().problem(),
                told.reconfirmedAt());
    }
}
