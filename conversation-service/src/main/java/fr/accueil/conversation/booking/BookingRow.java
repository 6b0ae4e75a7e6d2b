package fr.accueil.conversation.booking;

import fr.accueil.conversation.booking.Booking.Reminder;
import fr.accueil.conversation.booking.Booking.State;
import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent.BookedService;
import fr.accueil.events.ChangeEvent.BookedWith;
import fr.accueil.events.ChangeEvent.ReminderProblem;
import fr.accueil.events.ConversationId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A booking as its columns.
record BookingRow(
        UUID tenant,
        UUID id,
        long version,
        @Nullable UUID conversation,
        String status,
        String services,
        @Nullable UUID practitioner,
        @Nullable String practitionerName,
        int seat,
        Instant startsAt,
        Instant endsAt,
        Instant occupiedUntil,
        @Nullable Instant heldUntil,
        String customerName,
        @Nullable String phone,
        boolean byAssistant,
        Instant createdAt,
        @Nullable Instant remindedAt,
        @Nullable String reminderProblem,
        @Nullable Instant reconfirmedAt) {

    static BookingRow of(Booking booking) {
        var conversation = booking.conversation();
        var practitioner = booking.practitioner();
        var problem = booking.reminder().problem();
        return new BookingRow(
                booking.tenant().value(),
                booking.id().value(),
                booking.version(),
                conversation == null ? null : conversation.value(),
                statusOf(booking.state()),
                Wire.json().writeValueAsString(booking.services()),
                practitioner == null ? null : practitioner.id().value(),
                practitioner == null ? null : practitioner.name(),
                booking.seat(),
                booking.start(),
                booking.end(),
                booking.occupiedUntil(),
                booking.state() instanceof State.Held(var until) ? until : null,
                booking.customerName(),
                booking.phone(),
                booking.byAssistant(),
                booking.createdAt(),
                booking.reminder().at(),
                problem == null ? null : problem.name().toLowerCase(Locale.ROOT),
                booking.reminder().reconfirmedAt());
    }

    Booking toBooking() {
        return new Booking(
                TenantId.of(tenant),
                BookingId.of(id),
                version,
                conversation == null ? null : ConversationId.of(conversation),
                state(),
                List.of(Wire.json().readValue(services, BookedService[].class)),
                practitioner == null
                        ? null
                        : new BookedWith(PractitionerId.of(practitioner), Objects.requireNonNull(practitionerName)),
                seat,
                startsAt,
                endsAt,
                occupiedUntil,
                customerName,
                phone,
                byAssistant,
                createdAt,
                new Reminder(
                        remindedAt,
                        reminderProblem == null
                                ? null
                                : ReminderProblem.valueOf(reminderProblem.toUpperCase(Locale.ROOT)),
                        reconfirmedAt));
    }

    private State state() {
        return switch (status) {
            case "held" -> new State.Held(Objects.requireNonNull(heldUntil));
            case "booked" -> new State.Booked();
            default -> new State.Cancelled();
        };
    }

    private static String statusOf(State state) {
        return switch (state) {
            case State.Held _ -> "held";
            case State.Booked _ -> "booked";
            case State.Cancelled _ -> "cancelled";
        };
    }
}
