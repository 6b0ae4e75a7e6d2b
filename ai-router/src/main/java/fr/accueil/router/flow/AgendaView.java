package fr.accueil.router.flow;

import fr.accueil.agenda.Agenda;
import fr.accueil.agenda.Availability;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.router.speech.Presence;
import fr.accueil.router.speech.VisitTold;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a decision may know of the house: the time that it is there, what is free, and this customer's own bookings.
public sealed interface AgendaView {

    /// On the house's wall clock.
    ZonedDateTime now();

    /// When a person can be there.
    Presence presence();

    /// The house has said nothing of hours or services: nothing can be booked without a person.
    record Unknown(ZonedDateTime now) implements AgendaView {

        @Override
        public Presence presence() {
            return new Presence.Soon();
        }
    }

    /// @param services what can be booked, by the names that customers hear, in their order
    /// @param team by name
    /// @param own this customer's bookings from now on, in order
    record Known(
            ZonedDateTime now,
            Agenda agenda,
            Map<ServiceId, String> services,
            Map<PractitionerId, String> team,
            List<OwnBooking> own)
            implements AgendaView {

        public Known {
            own = List.copyOf(own);
        }

        /// What is free as of now; while a booking is moved, or a held slot confirmed, it does not stand in its own
        /// way.
        ///
        /// @param without by the ids that the agenda knows them by
        public Availability availability(List<fr.accueil.agenda.EngagementId> without) {
            var seen = agenda;
            for (var id : without) {
                seen = seen.without(id);
            }
            return seen.asOf(now.toInstant());
        }

        @Override
        public Presence presence() {
            var hours = agenda.business().hours();
            return hours.isOpenAt(now.toInstant())
                    ? new Presence.Soon()
                    : hours.nextOpen(now.toInstant())
                            .<Presence>map(opening -> new Presence.From(at(opening)))
                            .orElse(new Presence.Soon());
        }

        public ZonedDateTime at(Instant instant) {
            return instant.atZone(now.getZone());
        }

        public String nameOf(ServiceId service) {
            return Objects.requireNonNullElse(services.get(service), service.value());
        }

        public @Nullable String nameOf(@Nullable PractitionerId practitioner) {
            return practitioner == null ? null : team.get(practitioner);
        }

        public VisitTold told(OwnBooking booking, @Nullable String name) {
            return new VisitTold(
                    booking.services().stream().map(this::nameOf).toList(),
                    at(booking.start()),
                    nameOf(booking.practitioner()),
                    name);
        }
    }
}
