package fr.accueil.router.dialogue;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.Engagement;
import fr.accueil.agenda.EngagementId;
import fr.accueil.agenda.Resource;
import fr.accueil.agenda.Slot;
import fr.accueil.agenda.Verdict;
import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.events.BookingId;
import fr.accueil.router.dialogue.DialogueCommand.HearBooked;
import fr.accueil.router.dialogue.DialogueCommand.HearCancelled;
import fr.accueil.router.dialogue.DialogueCommand.HearHeld;
import fr.accueil.router.dialogue.DialogueCommand.HearTaken;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.flow.FlowEvent;
import fr.accueil.router.flow.FlowEvent.BookingAsked;
import fr.accueil.router.flow.FlowEvent.CancellationAsked;
import fr.accueil.router.flow.FlowEvent.SlotHoldAsked;
import fr.accueil.router.flow.FlowEvent.SlotReleased;
import fr.accueil.router.flow.OwnBooking;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A house's agenda as conversation-service would keep it, without a database: it holds, books and cancels, and says
/// no to whoever comes second.
public final class InMemoryAgenda {

    private static final Duration HOLD = Duration.ofMinutes(10);

    private final Map<ServiceId, String> services;
    private final Map<PractitionerId, String> team;
    private final Map<BookingId, Booked> bookings = new LinkedHashMap<>();
    private Agenda agenda;

    /// @param customer whoever the caller says it is
    /// @param cancelled given up or moved since
    public record Booked(
            String customer,
            OwnBooking booking,
            String name,
            @Nullable String phone,
            boolean cancelled) {}

    public InMemoryAgenda(Business business, Map<ServiceId, String> services, Map<PractitionerId, String> team) {
        this.agenda = Agenda.of(business, List.of());
        this.services = services;
        this.team = team;
    }

    /// As this customer's assistant sees it.
    public AgendaView.Known seenBy(String customer, ZonedDateTime now) {
        var own = bookings.values().stream()
                .filter(it -> it.customer().equals(customer) && !it.cancelled())
                .map(Booked::booking)
                .filter(it -> it.start().isAfter(now.toInstant()))
                .sorted(Comparator.comparing(OwnBooking::start))
                .toList();
        return new AgendaView.Known(now, agenda, services, team, own);
    }

    public List<Booked> bookings() {
        return List.copyOf(bookings.values());
    }

    /// What is taken from the beginning, by somebody else.
    ///
    /// @return whether it could be had
    public boolean take(ServiceId service, Instant start, Instant now) {
        var verdict = agenda.asOf(now).check(VisitRequest.of(service), start);
        if (verdict instanceof Verdict.Free(var slot)) {
            agenda = agenda.with(slot.booked(new EngagementId("other@" + start + service)));
            return true;
        }
        return false;
    }

    /// What it answers to what an assistant asks of it; empty when it answers nothing.
    public Optional<DialogueCommand> hear(FlowEvent event, String customer, ZonedDateTime now) {
        return switch (event) {
            case SlotHoldAsked hold -> Optional.of(hold(hold, customer, now));
            case BookingAsked asked -> Optional.of(book(asked, customer, now));
            case CancellationAsked(var booking) -> {
                cancel(booking);
                yield Optional.of(new HearCancelled(booking, seenBy(customer, now)));
            }
            case SlotReleased(var booking) -> {
                agenda = agenda.without(new EngagementId(booking.toString()));
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private DialogueCommand hold(SlotHoldAsked hold, String customer, ZonedDateTime now) {
        var id = new EngagementId(hold.booking().toString());
        var free = free(hold.services(), hold.practitioner(), hold.start(), hold.booking(), hold.replaces(), now);
        if (free.isEmpty()) {
            return new HearTaken(hold.booking(), hold.start(), seenBy(customer, now));
        }
        agenda = agenda.with(free.get().heldUntil(now.toInstant().plus(HOLD), id));
        return new HearHeld(hold.booking(), hold.start());
    }

    private DialogueCommand book(BookingAsked asked, String customer, ZonedDateTime now) {
        var free = free(asked.services(), asked.practitioner(), asked.start(), asked.booking(), asked.replaces(), now);
        if (free.isEmpty()) {
            return new HearTaken(asked.booking(), asked.start(), seenBy(customer, now));
        }
        if (asked.replaces() != null) {
            cancel(asked.replaces());
        }
        Engagement booked = free.get().booked(new EngagementId(asked.booking().toString()));
        agenda = agenda.with(booked);
        var practitioner = booked.resource() instanceof Resource.WithPractitioner(var who) ? who : null;
        var own = new OwnBooking(asked.booking(), asked.services(), asked.start(), practitioner);
        bookings.put(asked.booking(), new Booked(customer, own, asked.name(), asked.phone(), false));
        return new HearBooked(asked.booking(), seenBy(customer, now));
    }

    private Optional<Slot> free(
            List<ServiceId> wanted,
            @Nullable PractitionerId practitioner,
            Instant start,
            BookingId own,
            @Nullable BookingId replaces,
            ZonedDateTime now) {
        var seen = agenda.without(new EngagementId(own.toString()));
        if (replaces != null) {
            seen = seen.without(new EngagementId(replaces.toString()));
        }
        var whom = practitioner == null ? new VisitRequest.Whom.Anyone() : new VisitRequest.Whom.Only(practitioner);
        return seen.asOf(now.toInstant()).check(new VisitRequest(new ArrayList<>(wanted), whom), start)
                        instanceof Verdict.Free(var slot)
                ? Optional.of(slot)
                : Optional.empty();
    }

    private void cancel(BookingId booking) {
        agenda = agenda.without(new EngagementId(booking.toString()));
        bookings.computeIfPresent(
                booking, (_, it) -> new Booked(it.customer(), it.booking(), it.name(), it.phone(), true));
    }
}
