package fr.accueil.router.agenda;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.events.AccueilEvent;
import fr.accueil.events.BookingId;
import fr.accueil.events.CalendarId;
import fr.accueil.events.ConversationId;
import fr.accueil.events.Envelope;
import fr.accueil.events.ServiceId;
import fr.accueil.events.TenantId;
import fr.accueil.events.Topic;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import fr.accueil.platform.kafka.CompactedCopies;
import fr.accueil.router.flow.AgendaView;
import fr.accueil.router.understanding.Offer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The local copy of services, opening hours, bookings and busy times, one desk for each business.
@Component
public class Agendas {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final Map<TenantId, Desk> desks = new ConcurrentHashMap<>();
    private final Map<ServiceId, TenantId> services = new ConcurrentHashMap<>();
    private final Map<BookingId, TenantId> bookings = new ConcurrentHashMap<>();
    private final Map<CalendarId, TenantId> calendars = new ConcurrentHashMap<>();

    Agendas(CompactedCopies copies) {
        copies.follow(Topic.SERVICES, this::onService);
        copies.follow(Topic.HOURS, this::onHours);
        copies.follow(Topic.BOOKINGS, this::onBooking);
        copies.follow(Topic.BUSY, this::onBusy);
    }

    /// What one conversation may know of the agenda: what is free, and its own bookings alone.
    public AgendaView view(TenantId tenant, ConversationId conversation, Instant now) {
        return house(tenant)
                .<AgendaView>flatMap(house -> agenda(tenant, now)
                        .map(agenda -> new AgendaView.Known(
                                now.atZone(agenda.business().hours().clock().zone()),
                                agenda,
                                house.services(),
                                house.team(),
                                desk(tenant).own(conversation, now))))
                .orElseGet(() -> new AgendaView.Unknown(now.atZone(FRANCE)));
    }

    /// What can be booked there, as customers may call it.
    public Offer offer(TenantId tenant) {
        return house(tenant).map(House::offer).orElse(Offer.NOTHING);
    }

    /// When the house is open, once it has said so.
    public Optional<OpeningHours> hours(TenantId tenant) {
        return house(tenant).map(it -> it.business().hours());
    }

    private Optional<House> house(TenantId tenant) {
        return Optional.ofNullable(desks.get(tenant)).flatMap(Desk::house);
    }

    /// Hours, what is offered and what is taken; empty while the business has said nothing of its hours.
    public Optional<Agenda> agenda(TenantId tenant, Instant now) {
        return Optional.ofNullable(desks.get(tenant)).flatMap(it -> it.agenda(now));
    }

    private void onHours(String key, @Nullable Envelope envelope) {
        @Nullable AccueilEvent event = envelope == null ? null : envelope.data();
        if (event == null) {
            desk(TenantId.of(key)).closeForGood();
        } else if (event instanceof HoursSaved saved) {
            desk(saved.tenant()).save(saved);
        }
    }

    private void onService(String key, @Nullable Envelope envelope) {
        @Nullable AccueilEvent event = envelope == null ? null : envelope.data();
        var service = ServiceId.of(key);
        if (event instanceof ServiceSaved saved) {
            services.put(service, saved.tenant());
            desk(saved.tenant()).save(saved);
        } else if (event == null && services.remove(service) instanceof TenantId owner) {
            desk(owner).drop(service);
        }
    }

    private void onBooking(String key, @Nullable Envelope envelope) {
        @Nullable AccueilEvent event = envelope == null ? null : envelope.data();
        var booking = BookingId.of(key);
        if (event instanceof BookingSaved saved) {
            bookings.put(booking, saved.tenant());
            desk(saved.tenant()).save(saved);
        } else if (event == null && bookings.remove(booking) instanceof TenantId owner) {
            desk(owner).drop(booking);
        }
    }

    private void onBusy(String key, @Nullable Envelope envelope) {
        @Nullable AccueilEvent event = envelope == null ? null : envelope.data();
        var calendar = CalendarId.of(key);
        if (event instanceof BusySaved saved) {
            calendars.put(calendar, saved.tenant());
            desk(saved.tenant()).save(saved);
        } else if (event == null && calendars.remove(calendar) instanceof TenantId owner) {
            desk(owner).drop(calendar);
        }
    }

    private Desk desk(TenantId tenant) {
        return desks.computeIfAbsent(tenant, _ -> new Desk());
    }
}
