package fr.accueil.router.agenda;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.Engagement;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.workspace.FromWorkspace;
import fr.accueil.events.BookingId;
import fr.accueil.events.CalendarId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.ServiceId;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.router.flow.OwnBooking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One business's copy. What changes is noted at once and cheaply; the agenda is built by who first asks, once for each
/// change, and then shared.
final class Desk {

    /// What ended longer ago is nobody's business any more.
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Map<ServiceId, ServiceSaved> services = new HashMap<>();
    private final Map<BookingId, Taken> taken = new HashMap<>();
    private final Map<CalendarId, BusySaved> busy = new HashMap<>();
    private final Map<ConversationId, Set<BookingId>> byCustomer = new HashMap<>();
    private @Nullable HoursSaved hours;
    private @Nullable House house;
    private @Nullable Agenda agenda;

    private record Taken(BookingSaved saved, Engagement engagement) {}

    /// @throws IllegalArgumentException when no agenda can be made of it; what was known before stands
    synchronized void save(HoursSaved saved) {
        var made = House.of(saved, services.values());
        hours = saved;
        rebuild(made);
    }

    synchronized void closeForGood() {
        hours = null;
        rebuild(null);
    }

    /// @throws IllegalArgumentException as for the hours
    synchronized void save(ServiceSaved saved) {
        requirePossible(saved);
        services.put(saved.service(), saved);
        rebuild(null);
    }

    synchronized void drop(ServiceId service) {
        services.remove(service);
        rebuild(null);
    }

    /// @throws IllegalArgumentException as for the hours
    synchronized void save(BookingSaved saved) {
        var engagement = FromWorkspace.engagement(saved);
        drop(saved.booking());
        taken.put(saved.booking(), new Taken(saved, engagement));
        if (saved.conversation() != null) {
            byCustomer
                    .computeIfAbsent(saved.conversation(), _ -> new HashSet<>())
                    .add(saved.booking());
        }
        agenda = null;
    }

    synchronized void drop(BookingId booking) {
        var gone = taken.remove(booking);
        agenda = null;
        if (gone != null && gone.saved().conversation() != null) {
            byCustomer.computeIfPresent(gone.saved().conversation(), (_, bookings) -> {
                bookings.remove(booking);
                return bookings.isEmpty() ? null : bookings;
            });
        }
    }

    synchronized void save(BusySaved saved) {
        busy.put(saved.calendar(), saved);
        agenda = null;
    }

    synchronized void drop(CalendarId calendar) {
        busy.remove(calendar);
        agenda = null;
    }

    synchronized Optional<House> house() {
        if (house == null && hours != null) {
            house = House.of(hours, services.values());
        }
        return Optional.ofNullable(house);
    }

    synchronized Optional<Agenda> agenda(Instant now) {
        if (agenda == null) {
            forgetBefore(now.minus(REMEMBERED));
            agenda = house().map(it -> Agenda.of(it.business(), engagements())).orElse(null);
        }
        return Optional.ofNullable(agenda);
    }

    /// What this customer has booked from now on, in order; what is only held is not theirs yet.
    synchronized List<OwnBooking> own(ConversationId conversation, Instant now) {
        return byCustomer.getOrDefault(conversation, Set.of()).stream()
                .map(taken::get)
                .map(Taken::saved)
                .filter(it -> it.heldUntil() == null && !it.start().isBefore(now))
                .sorted(Comparator.comparing(BookingSaved::start))
                .map(Desk::toOwn)
                .toList();
    }

    private List<Engagement> engagements() {
        var engagements =
                new ArrayList<>(taken.values().stream().map(Taken::engagement).toList());
        if (hours != null) {
            for (var calendar : busy.values()) {
                engagements.addAll(FromWorkspace.engagements(calendar, hours));
            }
        }
        return engagements;
    }

    private static void requirePossible(ServiceSaved saved) {
        var _ = new ServiceOffer(
                FromWorkspace.id(saved.service()),
                Duration.ofMinutes(saved.durationMinutes()),
                Duration.ofMinutes(saved.bufferMinutes()));
    }

    private static OwnBooking toOwn(BookingSaved saved) {
        return new OwnBooking(
                saved.booking(),
                saved.services().stream().map(FromWorkspace::id).toList(),
                saved.start(),
                saved.practitioner() == null ? null : FromWorkspace.id(saved.practitioner()));
    }

    private void forgetBefore(Instant time) {
        var ended = taken.values().stream()
                .map(Taken::saved)
                .filter(it -> it.occupiedUntil().isBefore(time))
                .map(BookingSaved::booking)
                .toList();
        ended.forEach(this::drop);
    }

    private void rebuild(@Nullable House made) {
        house = made;
        agenda = null;
    }
}
