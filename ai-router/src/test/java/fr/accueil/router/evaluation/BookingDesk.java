package fr.accueil.router.evaluation;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.Engagement;
import fr.accueil.agenda.EngagementId;
import fr.accueil.agenda.Resource;
import fr.accueil.agenda.Slot;
import fr.accueil.agenda.Verdict;
import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.time.Period;
import fr.accueil.events.BookingId;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.flow.OwnBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// conversation-service's part in a booking, in memory: it keeps slots, books and cancels, by the agenda's verdict.
final class BookingDesk {

    private final Map<BookingId, Booked> bookings = new LinkedHashMap<>();
    private Agenda agenda;

    /// @param customer null for someone who is not in the dialogue
    /// @param earlier made before the dialogue began
    record Booked(
            BookingId id,
            @Nullable String customer,
            List<ServiceId> services,
            @Nullable PractitionerId practitioner,
            Instant start,
            String name,
            boolean earlier,
            boolean cancelled) {

        Booked asCancelled() {
            return new Booked(id, customer, services, practitioner, start, name, earlier, true);
        }
    }

    BookingDesk(Agenda agenda) {
        this.agenda = agenda;
    }

    Agenda agenda() {
        return agenda;
    }

    List<Booked> bookings() {
        return List.copyOf(bookings.values());
    }

    /// A visit booked before the dialogue, that takes so many of the seats.
    void standsAlready(Booked booked, Duration visit, int seats) {
        bookings.put(booked.id(), booked);
        for (int seat = 1; seat <= seats; seat++) {
            var id = seat == 1 ? engagement(booked.id()) : new EngagementId(booked.id() + "/" + seat);
            agenda = agenda.with(new Engagement.Booking(id, Resource.seat(seat), Period.of(booked.start(), visit)));
        }
    }

    /// @return whether the slot is kept
    boolean hold(SlotHoldAsked asked, Instant now, Instant until) {
        var slot = free(asked.services(), asked.practitioner(), asked.start(), asked.booking(), asked.replaces(), now);
        slot.ifPresent(it -> agenda = agenda.with(it.heldUntil(until, engagement(asked.booking()))));
        return slot.isPresent();
    }

    void release(BookingId booking) {
        if (!bookings.containsKey(booking)) {
            agenda = agenda.without(engagement(booking));
        }
    }

    /// Twice is once.
    ///
    /// @return whether it is booked
    boolean book(BookingAsked asked, String customer, Instant now) {
        if (bookings.containsKey(asked.booking())) {
            return true;
        }
        var slot = free(asked.services(), asked.practitioner(), asked.start(), asked.booking(), asked.replaces(), now);
        slot.ifPresent(it -> {
            agenda = agenda.with(it.booked(engagement(asked.booking())));
            bookings.put(
                    asked.booking(),
                    new Booked(
                            asked.booking(),
                            customer,
                            asked.services(),
                            asked.practitioner(),
                            asked.start(),
                            asked.name(),
                            false,
                            false));
            if (asked.replaces() != null) {
                cancel(asked.replaces());
            }
        });
        return slot.isPresent();
    }

    void cancel(BookingId booking) {
        agenda = agenda.without(engagement(booking));
        bookings.computeIfPresent(booking, (_, it) -> it.asCancelled());
    }

    /// This customer's visits from now on.
    List<OwnBooking> ownOf(String customer, Instant now) {
        var own = new ArrayList<OwnBooking>();
        bookings.values().stream()
                .filter(it -> customer.equals(it.customer()) && !it.cancelled())
                .filter(it -> it.start().isAfter(now))
                .sorted((one, other) -> one.start().compareTo(other.start()))
                .forEach(it -> own.add(new OwnBooking(it.id(), it.services(), it.start(), it.practitioner())));
        return own;
    }

    private Optional<Slot> free(
            List<ServiceId> services,
            @Nullable PractitionerId practitioner,
            Instant start,
            BookingId itself,
            @Nullable BookingId replaces,
            Instant now) {
        var whom = practitioner == null ? new VisitRequest.Whom.Anyone() : new VisitRequest.Whom.Only(practitioner);
        return switch (without(itself, replaces).asOf(now).check(new VisitRequest(services, whom), start)) {
            case Verdict.Free(var slot) -> Optional.of(slot);
            case Verdict.Refused _ -> Optional.empty();
        };
    }

    private Agenda without(BookingId itself, @Nullable BookingId replaces) {
        var seen = agenda.without(engagement(itself));
        return replaces == null ? seen : seen.without(engagement(replaces));
    }

    static EngagementId engagement(BookingId booking) {
        return new EngagementId(booking.toString());
    }
}
