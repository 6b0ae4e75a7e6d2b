package fr.accueil.agenda.workspace;

import fr.accueil.agenda.Engagement;
import fr.accueil.agenda.EngagementId;
import fr.accueil.agenda.Resource;
import fr.accueil.agenda.Slot;
import fr.accueil.agenda.VisitRequest;
import fr.accueil.agenda.business.BookingRules;
import fr.accueil.agenda.business.Business;
import fr.accueil.agenda.business.Grid;
import fr.accueil.agenda.business.Practitioner;
import fr.accueil.agenda.business.PractitionerId;
import fr.accueil.agenda.business.ServiceId;
import fr.accueil.agenda.business.ServiceOffer;
import fr.accueil.agenda.business.Staffing;
import fr.accueil.agenda.business.WorkingHours;
import fr.accueil.agenda.holiday.HolidayRegion;
import fr.accueil.agenda.holiday.HolidayRule;
import fr.accueil.agenda.holiday.PublicHoliday;
import fr.accueil.agenda.hours.HoursException;
import fr.accueil.agenda.hours.OpeningHours;
import fr.accueil.agenda.hours.Span;
import fr.accueil.agenda.hours.WeeklyHours;
import fr.accueil.agenda.time.DateRange;
import fr.accueil.agenda.time.Period;
import fr.accueil.agenda.time.TimeRange;
import fr.accueil.agenda.time.WallClock;
import fr.accueil.events.BookingId;
import fr.accueil.events.WorkspaceEvent.BookingSaved;
import fr.accueil.events.WorkspaceEvent.BusySaved;
import fr.accueil.events.WorkspaceEvent.DayPeriods;
import fr.accueil.events.WorkspaceEvent.HoursSaved;
import fr.accueil.events.WorkspaceEvent.ServiceSaved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Events in, agenda out. Where an event says what the agenda does not know (a region, a range of hours), it is an
/// `IllegalArgumentException`, and the event is poison.
public final class FromWorkspace {

    private FromWorkspace() {}

    /// @param services of this tenant; those that cannot be booked are left out
    public static Business business(HoursSaved hours, Collection<ServiceSaved> services) {
        var offers = services.stream()
                .filter(ServiceSaved::bookable)
                .map(FromWorkspace::offer)
                .toList();
        return Business.of(openingHours(hours), offers, staffing(hours), rules(hours));
    }

    public static OpeningHours openingHours(HoursSaved hours) {
        var region = HolidayRegion.valueOf(hours.holidayRegion());
        var worked = EnumSet.noneOf(PublicHoliday.class);
        hours.workedHolidays().forEach(holiday -> worked.add(PublicHoliday.valueOf(holiday)));
        return new OpeningHours(
                new WallClock(region.zone()),
                week(hours.week()),
                new HolidayRule(region, worked),
                exceptions(hours.exceptions()));
    }

    /// A booking, or a hold while `heldUntil` says so.
    public static Engagement engagement(BookingSaved saved) {
        var id = id(saved.booking());
        var resource = resource(saved.practitioner(), saved.seat());
        var occupied = new Period(saved.start(), saved.occupiedUntil());
        return saved.heldUntil() == null
                ? new Engagement.Booking(id, resource, occupied)
                : new Engagement.Hold(id, resource, occupied, saved.heldUntil());
    }

    /// What the calendar takes of the house as it is staffed now: of a whole house's everybody, or each seat; of one
    /// who
    /// is not there any more nothing.
    public static List<Engagement> engagements(BusySaved saved, HoursSaved hours) {
        var whose = saved.practitioner();
        var resources = resources(hours)
                .filter(it -> whose == null || it.equals(Resource.practitioner(id(whose))))
                .toList();
        var engagements = new ArrayList<Engagement>();
        for (var period : saved.periods()) {
            for (var resource : resources) {
                var id = new EngagementId("%s/%s/%s".formatted(saved.calendar(), resource, period.start()));
                engagements.add(new Engagement.Booking(id, resource, new Period(period.start(), period.end())));
            }
        }
        return engagements;
    }

    public static EngagementId id(BookingId booking) {
        return new EngagementId(booking.toString());
    }

    public static ServiceId id(fr.accueil.events.ServiceId service) {
        return new ServiceId(service.toString());
    }

    public static PractitionerId id(fr.accueil.events.PractitionerId practitioner) {
        return new PractitionerId(practitioner.toString());
    }

    /// @param practitioner the one wanted; null for anybody
    public static VisitRequest request(
            List<fr.accueil.events.ServiceId> services, fr.accueil.events.@Nullable PractitionerId practitioner) {
        var wanted = services.stream().map(FromWorkspace::id).toList();
        return new VisitRequest(
                wanted,
                practitioner == null ? new VisitRequest.Whom.Anyone() : new VisitRequest.Whom.Only(id(practitioner)));
    }

    /// Whom the visit is with; null on a seat.
    public static fr.accueil.events.@Nullable PractitionerId practitioner(Slot slot) {
        return slot.resource() instanceof Resource.WithPractitioner(var practitioner)
                ? fr.accueil.events.PractitionerId.of(practitioner.value())
                : null;
    }

    /// As `BookingSaved` counts them: 1 where a practitioner is taken.
    public static int seat(Slot slot) {
        return slot.resource() instanceof Resource.Seat(var number) ? number : 1;
    }

    private static Resource resource(fr.accueil.events.@Nullable PractitionerId practitioner, int seat) {
        return practitioner == null ? Resource.seat(seat) : Resource.practitioner(id(practitioner));
    }

    private static Stream<Resource> resources(HoursSaved hours) {
        return hours.practitioners().isEmpty()
                ? IntStream.rangeClosed(1, hours.seats()).mapToObj(Resource::seat)
                : hours.practitioners().stream().map(it -> Resource.practitioner(id(it.practitioner())));
    }

    private static ServiceOffer offer(ServiceSaved service) {
        return new ServiceOffer(
                id(service.service()),
                Duration.ofMinutes(service.durationMinutes()),
                Duration.ofMinutes(service.bufferMinutes()));
    }

    private static Staffing staffing(HoursSaved hours) {
        return hours.practitioners().isEmpty()
                ? new Staffing.Seats(hours.seats())
                : new Staffing.Team(hours.practitioners().stream()
                        .map(FromWorkspace::practitioner)
                        .toList());
    }

    private static Practitioner practitioner(fr.accueil.events.WorkspaceEvent.Practitioner saved) {
        Set<ServiceId> services =
                saved.services().stream().map(FromWorkspace::id).collect(Collectors.toCollection(HashSet::new));
        var week = saved.week();
        return new Practitioner(
                id(saved.practitioner()),
                services,
                week == null ? new WorkingHours.AsTheHouse() : new WorkingHours.Own(week(week)),
                exceptions(saved.exceptions()));
    }

    private static BookingRules rules(HoursSaved hours) {
        var rules = hours.rules();
        return new BookingRules(
                Duration.ofMinutes(rules.leadMinutes()),
                rules.horizonDays(),
                new Grid(Duration.ofMinutes(rules.gridMinutes()), rules.strictGrid()));
    }

    private static WeeklyHours week(List<DayPeriods> days) {
        var week = WeeklyHours.none();
        for (var day : days) {
            week = week.on(day.day(), day.periods().toArray(String[]::new));
        }
        return week;
    }

    private static List<HoursException> exceptions(List<fr.accueil.events.WorkspaceEvent.HoursException> saved) {
        var exceptions = new ArrayList<HoursException>();
        for (var exception : saved) {
            var span =
                    Span.eachDay(DateRange.of(exception.from(), exception.to()), TimeRange.parse(exception.period()));
            exceptions.add(
                    exception.open()
                            ? HoursException.opening(span, exception.label())
                            : HoursException.closing(span, exception.label()));
        }
        return exceptions;
    }
}
