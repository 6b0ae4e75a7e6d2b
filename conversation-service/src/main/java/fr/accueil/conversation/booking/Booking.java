package fr.accueil.conversation.booking;

import fr.accueil.events.BookingId;
import fr.accueil.events.ChangeEvent;
import fr.accueil.events.ChangeEvent.BookedService;
import fr.accueil.events.ChangeEvent.BookedWith;
import fr.accueil.events.ChangeEvent.BookingStatus;
import fr.accueil.events.ChangeEvent.ReminderProblem;
import fr.accueil.events.ConversationId;
import fr.accueil.events.PractitionerId;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One booking, from the moment that its slot is held: pure.
///
/// @param version grows with each change
/// @param conversation null when the team entered it by hand
/// @param practitioner null on a seat
/// @param seat from 1; 1 where a practitioner is taken
/// @param customerName empty while it is held
/// @param reminder what became of it
record Booking(
        TenantId tenant,
        BookingId id,
        long version,
        @Nullable ConversationId conversation,
        State state,
        List<BookedService> services,
        @Nullable BookedWith practitioner,
        int seat,
        Instant start,
        Instant end,
        Instant occupiedUntil,
        String customerName,
        @Nullable String phone,
        boolean byAssistant,
        Instant createdAt,
        Reminder reminder) {

    sealed interface State {

        /// Kept for a customer who has not confirmed yet.
        record Held(Instant until) implements State {}

        record Booked() implements State {}

        record Cancelled() implements State {}
    }

    /// @param at when the customer was reminded
    /// @param problem why they were not
    /// @param reconfirmedAt when they said, reminded, that they will come
    record Reminder(
            @Nullable Instant at,
            @Nullable ReminderProblem problem,
            @Nullable Instant reconfirmedAt) {

        static final Reminder NONE = new Reminder(null, null, null);
    }

    boolean isOf(@Nullable ConversationId other) {
        return other != null && other.equals(conversation);
    }

    boolean isBooked() {
        return state instanceof State.Booked;
    }

    boolean isHeld(Instant now) {
        return state instanceof State.Held(var until) && now.isBefore(until);
    }

    /// Whether what is held is what is asked for.
    boolean fits(List<ServiceId> wanted, @Nullable PractitionerId whom, Instant when) {
        return start.equals(when)
                && serviceIds().equals(wanted)
                && (whom == null || (practitioner != null && practitioner.id().equals(whom)));
    }

    Booking booked(String name, @Nullable String phone, Instant now) {
        return next(new State.Booked(), name, phone, now, reminder);
    }

    Booking cancelled() {
        return next(new State.Cancelled(), customerName, phone, createdAt, reminder);
    }

    /// Elsewhere in the agenda. What was said of the time before counts no more.
    Booking movedTo(Instant newStart, Instant newEnd, Instant freeAgain, @Nullable BookedWith with, int newSeat) {
        return new Booking(
                tenant,
                id,
                version + 1,
                conversation,
                state,
                services,
                with,
                newSeat,
                newStart,
                newEnd,
                freeAgain,
                customerName,
                phone,
                byAssistant,
                createdAt,
                Reminder.NONE);
    }

    /// Nobody's any more.
    Booking nameless(String nobody) {
        return new Booking(
                tenant,
                id,
                version + 1,
                null,
                state,
                services,
                practitioner,
                seat,
                start,
                end,
                occupiedUntil,
                nobody,
                null,
                byAssistant,
                createdAt,
                reminder);
    }

    Booking reconfirmed(Instant at) {
        return next(state, customerName, phone, createdAt, new Reminder(reminder.at(), reminder.problem(), at));
    }

    Booking reminded(Instant at) {
        return next(state, customerName, phone, createdAt, new Reminder(at, null, reminder.reconfirmedAt()));
    }

    Booking notReminded(ReminderProblem why) {
        return next(state, customerName, phone, createdAt, new Reminder(null, why, reminder.reconfirmedAt()));
    }

    /// What the others know of it: what is taken, without a name.
    BookingSaved toSaved() {
        return new BookingSaved(
                id,
                tenant,
                conversation,
                serviceIds(),
                practitioner == null ? null : practitioner.id(),
                seat,
                start,
                end,
                occupiedUntil,
                state instanceof State.Held(var until) ? until : null);
    }

    /// As the team sees it.
    ///
    /// @throws IllegalStateException while it is only held
    ChangeEvent.Booking toView() {
        return new ChangeEvent.Booking(
                id,
                version,
                conversation,
                status(),
                services,
                practitioner,
                start,
                end,
                customerName,
                phone,
                byAssistant,
                createdAt,
                reminder.at(),
                reminder.problem(),
                reminder.reconfirmedAt());
    }

    List<ServiceId> serviceIds() {
        return services.stream().map(BookedService::id).toList();
    }

    private BookingStatus status() {
        return switch (state) {
            case State.Booked _ -> BookingStatus.BOOKED;
            case State.Cancelled _ -> BookingStatus.CANCELLED;
            case State.Held _ -> throw new IllegalStateException("a slot that is only held is no booking yet");
        };
    }

    private Booking next(State to, String name, @Nullable String number, Instant created, Reminder reminded) {
        return new Booking(
                tenant,
                id,
                version + 1,
                conversation,
                to,
                services,
                practitioner,
                seat,
                start,
                end,
                occupiedUntil,
                name,
                number,
                byAssistant,
                created,
                reminded);
    }
}
